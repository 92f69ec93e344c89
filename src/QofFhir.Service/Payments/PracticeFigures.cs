using QofFhir.Core.Aggregation;
using QofFhir.Core.Payments;
using QofFhir.Service.Rollups;

namespace QofFhir.Service.Payments;

/// <summary>What the live reports of a practice say of one framework and achievement date.</summary>
/// <param name="Reports">By indicator or register.</param>
internal sealed record PracticeFigures(string Practice, IReadOnlyDictionary<string, CollectedReport> Reports)
{
    /// <summary>The sizes of the practice's list that its reports tell: more than one where they disagree.</summary>
    public IReadOnlyList<long> ListSizes { get; } = [.. Reports.Values.Select(r => r.Report?.ListSize).OfType<long>().Distinct().Order()];

    /// <summary>On the achievement date; null where no report tells it, or they disagree.</summary>
    public long? ListSize => ListSizes is [var size] ? size : null;

    /// <summary>On the day that the year pays by, where that was reported.</summary>
    public ListCount? ListOnDay { get; init; }

    /// <summary>What the completion of modules comes to, by attested indicator.</summary>
    public IReadOnlyDictionary<string, bool> Attested { get; init; } = new Dictionary<string, bool>();

    public bool Sample { get; } = Reports.Values.Any(r => r.Sample);

    public ReportedCounts? Counts(string indicator) => Reports.GetValueOrDefault(indicator)?.Report?.Counts;

    /// <summary>The list that the index is taken from: that of the year's day, or else that of the achievement date.</summary>
    public ListCount? List(DateOnly achievementDate) => ListOnDay ?? (ListSize is { } size and <= int.MaxValue ? new ListCount((int)size, achievementDate) : null);
}
