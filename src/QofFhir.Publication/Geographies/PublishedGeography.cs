using QofFhir.Core.Aggregation;

namespace QofFhir.Publication.Geographies;

/// <summary>What a mapping file says: who there is, and who belongs to whom.</summary>
/// <param name="Pairs">Child and parent, each pair once.</param>
public sealed record PublishedGeography(IReadOnlyCollection<Organisation> Organisations, IReadOnlyCollection<(string Child, string Parent)> Pairs)
{
    /// <summary>The mapping as of a day, which the file does not hold.</summary>
    public Mapping From(DateOnly day) => new(day, Pairs);

    /// <summary>By this mapping alone, on any day.</summary>
    public GeographyOnDay Always() =>
        new Geography(Organisations, [.. Pairs.Select(p => new Affiliation(p.Child, p.Parent, DateOnly.MinValue, null))], []).On(DateOnly.MaxValue);
}
