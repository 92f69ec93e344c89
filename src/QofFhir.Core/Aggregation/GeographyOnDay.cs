namespace QofFhir.Core.Aggregation;

/// <summary>Who belongs to whom on one day.</summary>
public sealed class GeographyOnDay
{
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    private readonly Dictionary<string, Organisation> _organisations;
    private readonly Dictionary<string, SortedSet<string>> _parents;
    private readonly Dictionary<string, HashSet<string>> _practices = new(StringComparer.Ordinal);

    internal GeographyOnDay(DateOnly day, Dictionary<string, Organisation> organisations, Dictionary<string, SortedSet<string>> parents)
    {
        Day = day;
        (_organisations, _parents) = (organisations, parents);
        foreach (var practice in parents.Keys.Where(c => organisations[c].Kind == OrganisationKind.Practice).Order(StringComparer.Ordinal))
        {
            Add(practice, practice);
            foreach (var above in Ancestors(practice))
            {
                Add(above.Code, practice);
            }
        }
    }

    public DateOnly Day { get; }

    /// <summary>ODS codes of the practices that belong to it on the day: those expected to report. A practice has itself; whoever is closed, or unknown, has none.</summary>
    public IReadOnlySet<string> Practices(string organisation) => _practices.GetValueOrDefault(organisation) ?? Nobody;

    /// <summary>Whether it has a practice, or is one that is open, on the day.</summary>
    public bool IsActive(string organisation) => _practices.ContainsKey(organisation);

    /// <summary>All that it belongs to, from the smallest. A network belongs to whatever its practices belong to.</summary>
    public IReadOnlyList<Organisation> Ancestors(string organisation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(Above(organisation));
        while (left.TryDequeue(out var code))
        {
            if (code != organisation && found.Add(code))
            {
                foreach (var above in _parents.GetValueOrDefault(code) ?? [])
                {
                    left.Enqueue(above);
                }
            }
        }

        return [.. found.Select(c => _organisations[c]).OrderBy(o => o.Kind).ThenBy(o => o.Code, StringComparer.Ordinal)];
    }

    /// <summary>The one of a kind that it belongs to; null where there is none or more than one.</summary>
    public Organisation? Ancestor(string organisation, OrganisationKind kind) =>
        Ancestors(organisation).Where(a => a.Kind == kind).ToArray() is [var only] ? only : null;

    /// <summary>The active organisations of a kind that share a practice with it, itself included, in the order of their codes.</summary>
    public IReadOnlyList<Organisation> Within(string organisation, OrganisationKind kind)
    {
        var practices = Practices(organisation);
        return [.. _practices.Keys.Select(c => _organisations[c]).Where(o => o.Kind == kind && _practices[o.Code].Overlaps(practices)).OrderBy(o => o.Code, StringComparer.Ordinal)];
    }

    private IEnumerable<string> Above(string organisation) =>
        _organisations.GetValueOrDefault(organisation)?.Kind == OrganisationKind.Pcn
            ? Practices(organisation).SelectMany(p => _parents[p]).Where(p => _organisations[p].Kind != OrganisationKind.Pcn).Distinct()
            : _parents.GetValueOrDefault(organisation) ?? Enumerable.Empty<string>();

    private void Add(string organisation, string practice)
    {
        if (!_practices.TryGetValue(organisation, out var practices))
        {
            _practices[organisation] = practices = new HashSet<string>(StringComparer.Ordinal);
        }

        practices.Add(practice);
    }
}
