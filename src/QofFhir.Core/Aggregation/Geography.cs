namespace QofFhir.Core.Aggregation;

/// <summary>Who belongs to whom, at all times.</summary>
public sealed class Geography
{
    private readonly Dictionary<string, Organisation> _organisations;
    private readonly IReadOnlyList<Affiliation> _affiliations;
    private readonly IReadOnlyList<Succession> _successions;

    /// <param name="affiliations">Ends that are no organisation here are passed over.</param>
    public Geography(IEnumerable<Organisation> organisations, IReadOnlyList<Affiliation> affiliations, IReadOnlyList<Succession> successions)
    {
        _organisations = organisations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        _affiliations = [.. affiliations.Where(a => _organisations.ContainsKey(a.Child) && _organisations.ContainsKey(a.Parent))];
        _successions = successions;
    }

    public IReadOnlyCollection<Organisation> Organisations => _organisations.Values;

    /// <summary>Over all time, in no order.</summary>
    public IReadOnlyList<Affiliation> Affiliations => _affiliations;

    public IReadOnlyList<Succession> Successions => _successions;

    /// <returns>Null when it was never heard of.</returns>
    public Organisation? Find(string code) => _organisations.GetValueOrDefault(code);

    /// <summary>The membership on a day.</summary>
    public GeographyOnDay On(DateOnly day) => new(day, _organisations, Parents(day));

    /// <summary>A practice that has given its patients away is closed from then on, whatever a mapping says; who took them stands in its place until a mapping says where.</summary>
    private Dictionary<string, SortedSet<string>> Parents(DateOnly day)
    {
        var parents = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var affiliation in _affiliations.Where(a => a.On(day)))
        {
            Of(affiliation.Child).Add(affiliation.Parent);
        }

        foreach (var given in _successions.Where(s => s.From <= day).GroupBy(s => (s.From, s.Predecessor)).OrderBy(g => g.Key.From).ThenBy(g => g.Key.Predecessor, StringComparer.Ordinal))
        {
            var before = Before(given.Key.Predecessor, given.Key.From, parents);
            foreach (var successor in given.Select(s => s.Successor).Where(s => _organisations.ContainsKey(s) && !parents.ContainsKey(s) && !Closed(s, day)))
            {
                Of(successor).UnionWith(before);
            }

            if (Closed(given.Key.Predecessor, day))
            {
                parents.Remove(given.Key.Predecessor);
            }
        }

        return parents;

        SortedSet<string> Of(string child)
        {
            if (!parents.TryGetValue(child, out var of))
            {
                parents[child] = of = new SortedSet<string>(StringComparer.Ordinal);
            }

            return of;
        }
    }

    /// <summary>Where a practice belonged when it gave its patients away: by what is said of the day asked for, else of its own last day.</summary>
    private List<string> Before(string predecessor, DateOnly from, Dictionary<string, SortedSet<string>> parents) =>
        parents.TryGetValue(predecessor, out var still) ? [.. still]
        : from == DateOnly.MinValue ? []
        : [.. _affiliations.Where(a => a.Child == predecessor && a.On(from.AddDays(-1))).Select(a => a.Parent)];

    /// <summary>By the last that is known of it on the day: it may open again under its code.</summary>
    private bool Closed(string practice, DateOnly day)
    {
        var last = _successions.Where(s => s.From <= day && (s.Predecessor == practice || s.Successor == practice)).Select(s => s.From).DefaultIfEmpty().Max();
        var then = _successions.Where(s => s.From == last && s.From <= day).ToList();
        return then.Exists(s => s.Predecessor == practice) && !then.Exists(s => s.Successor == practice);
    }
}
