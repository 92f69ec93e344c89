using QofFhir.Core.Aggregation;

namespace QofFhir.Publication.Geographies;

/// <summary>What the rows so far say, each thing with the line that said it first.</summary>
internal sealed class GeographyBook
{
    private readonly Dictionary<string, (Organisation Organisation, int Line)> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Child, OrganisationKind Kind), (string Parent, int Line)> _parents = [];

    public PublishedGeography Geography => new([.. _organisations.Values.Select(o => o.Organisation)], [.. _parents.Select(p => (p.Key.Child, p.Value.Parent))]);

    /// <summary>The row must not contradict an earlier one: a practice stands in one row, and what is above one organisation is above it everywhere.</summary>
    public void Check(PublishedRow row, IReadOnlyList<GeographyPlace> places)
    {
        if (places[0].Organisation is { Kind: OrganisationKind.Practice, Code: { Length: > 0 } practice } && _organisations.TryGetValue(practice, out var earlier) && earlier.Organisation.Kind == OrganisationKind.Practice)
        {
            row.Wrong(places[0].Column, $"{practice} has a row on line {earlier.Line} already", false);
            return;
        }

        foreach (var (organisation, column) in places)
        {
            if (_organisations.TryGetValue(organisation.Code, out var known) && known.Organisation.Kind != organisation.Kind)
            {
                row.Wrong(column, $"{organisation.Code} stands for another level on line {known.Line}", false);
            }
        }

        foreach (var (child, parent, column) in Pairs(places))
        {
            if (_parents.TryGetValue((child.Code, parent.Kind), out var known) && known.Parent != parent.Code)
            {
                row.Wrong(column, $"{parent.Code} is above {child.Code} here, and {known.Parent} is on line {known.Line}", false);
            }
        }
    }

    public void Add(int line, IReadOnlyList<GeographyPlace> places)
    {
        foreach (var (organisation, _) in places)
        {
            // The first row that has the name gives it; a code alone is a name of last resort.
            if (!_organisations.TryGetValue(organisation.Code, out var known) || (known.Organisation.Name == known.Organisation.Code && organisation.Name.Length > 0))
            {
                _organisations[organisation.Code] = (organisation.Name.Length > 0 ? organisation : organisation with { Name = organisation.Code }, known.Line > 0 ? known.Line : line);
            }
        }

        foreach (var (child, parent, _) in Pairs(places))
        {
            _parents.TryAdd((child.Code, parent.Kind), (parent.Code, line));
        }
    }

    /// <summary>The network stands beside the other levels: it may reach over their borders, so the practice belongs to it and it to nothing.</summary>
    private static IEnumerable<(Organisation Child, Organisation Parent, int Column)> Pairs(IReadOnlyList<GeographyPlace> places)
    {
        var practice = places[0].Organisation;
        var child = practice;
        foreach (var (organisation, column) in places.Skip(1))
        {
            if (organisation.Kind == OrganisationKind.Pcn)
            {
                yield return (practice, organisation, column);
            }
            else
            {
                yield return (child, organisation, column);
                child = organisation;
            }
        }
    }
}
