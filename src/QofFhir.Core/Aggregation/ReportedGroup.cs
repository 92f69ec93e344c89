namespace QofFhir.Core.Aggregation;

/// <summary>The counts of the patients of one group of a stratum.</summary>
/// <param name="Stratum">Such as <c>deprivation</c>.</param>
/// <param name="Group">Its code, such as <c>1</c>.</param>
public sealed record ReportedGroup(string Stratum, string Group, ReportedCounts Counts);
