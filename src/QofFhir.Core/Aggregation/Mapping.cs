namespace QofFhir.Core.Aggregation;

/// <summary>Who belongs to whom as of one day, whole: who is not in it belongs to nobody from that day.</summary>
/// <param name="From">Holds from this day until the next mapping.</param>
/// <param name="Pairs">Child and parent, each pair once.</param>
public sealed record Mapping(DateOnly From, IReadOnlyCollection<(string Child, string Parent)> Pairs)
{
    /// <summary>The affiliations with this mapping laid over them. In whatever order mappings come, the same ones end in the same affiliations; one that comes again changes nothing.</summary>
    /// <param name="affiliations">What the mappings so far came to.</param>
    /// <param name="mapped">The days of the mappings so far: this one holds to the day before the next of them.</param>
    public IReadOnlyList<Affiliation> Over(IEnumerable<Affiliation> affiliations, IEnumerable<DateOnly> mapped)
    {
        DateOnly? last = mapped.Where(d => d > From).Select(d => (DateOnly?)d.AddDays(-1)).Min();
        var outside = affiliations.SelectMany(a => Outside(a, last));
        var inside = Pairs.Select(p => new Affiliation(p.Child, p.Parent, From, last));
        return [.. outside.Concat(inside).GroupBy(a => (a.Child, a.Parent)).SelectMany(Joined).OrderBy(a => a.Child, StringComparer.Ordinal).ThenBy(a => a.Parent, StringComparer.Ordinal).ThenBy(a => a.From)];
    }

    private IEnumerable<Affiliation> Outside(Affiliation affiliation, DateOnly? last)
    {
        if (affiliation.From < From)
        {
            yield return affiliation.To is { } to && to < From ? affiliation : affiliation with { To = From.AddDays(-1) };
        }

        if (last is { } end && (affiliation.To is not { } until || until > end))
        {
            yield return affiliation.From > end ? affiliation : affiliation with { From = end.AddDays(1) };
        }
    }

    /// <summary>Spans of one pair that meet are one span.</summary>
    private static IEnumerable<Affiliation> Joined(IEnumerable<Affiliation> spans)
    {
        Affiliation? open = null;
        foreach (var span in spans.OrderBy(s => s.From))
        {
            if (open?.To is { } to && to.AddDays(1) == span.From)
            {
                open = open with { To = span.To };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = span;
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
