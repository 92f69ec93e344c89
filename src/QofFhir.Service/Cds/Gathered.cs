using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Service.Cds;

/// <summary>A patient's resources from prefetch and server together.</summary>
/// <param name="Values">By key of the prefetch.</param>
/// <param name="Missing">Keys that nobody answered in full.</param>
/// <param name="Statements">What the answer has to carry.</param>
internal sealed record Gathered(IReadOnlyDictionary<string, PrefetchValue> Values, IReadOnlyList<string> Missing, IReadOnlyList<string> Statements, bool Fetched = false)
{
    /// <summary>Medications that prescriptions refer to.</summary>
    public IReadOnlyList<HookResource> Medications { get; init; } = [];

    /// <summary>Each once: two queries may find the same entry.</summary>
    public IEnumerable<HookResource> Resources => Values.Values.SelectMany(v => v.Resources).Concat(Medications).DistinctBy(r => r.Key ?? r.FullUrl ?? (object)r);
}
