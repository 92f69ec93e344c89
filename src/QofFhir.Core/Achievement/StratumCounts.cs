using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>One indicator's counts, parted by a stratum. Over the groups each count adds up to that of the indicator.</summary>
/// <param name="Groups">All groups in the order of the stratum, those without patients too.</param>
public sealed record StratumCounts(StratumRule Stratum, IReadOnlyList<GroupCounts> Groups);

/// <summary>The counts of the patients of one group.</summary>
public sealed record GroupCounts(string Group, IndicatorCounts Counts);
