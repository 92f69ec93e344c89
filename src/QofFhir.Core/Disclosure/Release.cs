using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Disclosure;

/// <summary>One indicator made public: rounded counts of practices and of the wholes that they make up.</summary>
public static class Release
{
    /// <summary>Rounds every count from its exact value and withholds further ones until each count of 1 to 7, the outstanding ones that are never published included, is consistent with at least three values for whoever sees the whole release and nothing else.</summary>
    /// <param name="parted">False for a register, of which the population alone is published.</param>
    /// <param name="reports">At most one a practice, in any order.</param>
    /// <param name="wholes">Networks and what they make up, each with its practices; those without a report are left aside.</param>
    /// <returns>The practices by their code, then the wholes as they were given.</returns>
    public static IReadOnlyList<ReleasedCounts> Of(
        DisclosurePolicy policy, bool parted, IEnumerable<PracticeReport> reports, IReadOnlyList<(string Organisation, IReadOnlySet<string> Practices)> wholes)
    {
        PracticeReport[] practices = [.. reports.OrderBy(r => r.Practice, StringComparer.Ordinal)];
        var place = practices.Select((p, i) => (p.Practice, i)).ToDictionary(p => p.Practice, p => p.i, StringComparer.Ordinal);
        var ordered = wholes.OrderBy(w => w.Practices.Count).ThenBy(w => w.Organisation, StringComparer.Ordinal).ToArray();
        var table = new CountTable(
            parted, [.. practices.Select(p => Parts(p.Counts))],
            [.. ordered.Select(w => w.Practices.Where(place.ContainsKey).Select(p => place[p]).Order().ToArray())]);
        new Protection(table).Apply();
        var released = ordered.Select((w, i) => (w.Organisation, i)).ToDictionary(w => w.Organisation, w => practices.Length + w.i, StringComparer.Ordinal);
        return [.. practices.Select((p, i) => Counts(p.Practice, i)), .. wholes.Select(w => Counts(w.Organisation, released[w.Organisation]))];

        ReleasedCounts Counts(string organisation, int cell) => new(
            organisation, Count(cell, CountTable.Population), Count(cell, CountTable.Excluded), Count(cell, CountTable.Adjusted), Count(cell, CountTable.Achieved));

        ReleasedCount Count(int cell, int kind) => ReleasedCount.Of(table[cell, kind], policy, table.IsWithheld(cell, kind));
    }

    private static long[] Parts(ReportedCounts counts) =>
        [counts.Exclusions, counts.Adjusted, counts.Numerator, counts.Denominator - counts.Numerator];
}
