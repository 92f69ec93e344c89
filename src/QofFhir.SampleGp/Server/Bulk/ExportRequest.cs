using QofFhir.SampleGp.Server.Search;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>An export as it was understood.</summary>
/// <param name="Group">Id of the group; null at the other levels.</param>
/// <param name="Types">The types asked for; empty is all.</param>
/// <param name="Filters">For a type: searches of which one must hold. A type that is not here is given whole.</param>
/// <param name="Elements">Root elements by type, or by <c>*</c> for all types; empty is all elements.</param>
/// <param name="Since">Only what changed at this time or later.</param>
/// <param name="Patients">Ids of the patients asked for; null is all.</param>
/// <param name="ByPages">The client takes a manifest in pages.</param>
internal sealed record ExportRequest(
    ExportLevel Level,
    string? Group,
    IReadOnlySet<string> Types,
    ILookup<string, IReadOnlyList<Criterion>> Filters,
    ILookup<string, string> Elements,
    DateTimeOffset? Since,
    IReadOnlySet<string>? Patients,
    bool ByPages)
{
    public bool Wants(string type) => Types.Count == 0 || Types.Contains(type);
}
