using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Disclosure;

/// <summary>Indicators made public: rounded counts of practices and of the wholes that they make up.</summary>
public static class Release
{
    /// <summary>Counts of more practices than these are never withheld by chance.</summary>
    private const int MostByChance = 60;

    /// <summary>Rounds every count from its exact value and withholds further ones until each count of 1 to 7, the outstanding ones that are never published included, is consistent with at least three values for whoever sees the whole release and nothing else.</summary>
    /// <param name="indicators">Those that share one population, so that whoever sees one knows that of the others: the same practices with the same populations.</param>
    /// <param name="wholes">Networks and what they make up, each with its practices; those without a report are left aside.</param>
    /// <param name="chance">Asked for counts of few practices, whatever they are: true withholds it. Then what is withheld does not prove that it had to be. Not to be foreseen, and not asked twice for the same.</param>
    /// <returns>For each indicator the practices by their code, then the wholes as they were given.</returns>
    /// <exception cref="ArgumentException">The indicators are not of the same practices and populations.</exception>
    public static IReadOnlyList<IReadOnlyList<ReleasedCounts>> Of(
        DisclosurePolicy policy, IReadOnlyList<IndicatorReports> indicators, IReadOnlyList<(string Organisation, IReadOnlySet<string> Practices)> wholes, Func<bool> chance)
    {
        PracticeReport[][] reports = [.. indicators.Select(i => i.Reports.OrderBy(r => r.Practice, StringComparer.Ordinal).ToArray())];
        if (Array.Exists(reports, r => !Populations(r).SequenceEqual(Populations(reports[0]))))
        {
            throw new ArgumentException("the indicators are not of the same practices and populations", nameof(indicators));
        }

        string[] practices = [.. reports[0].Select(r => r.Practice)];
        var place = practices.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        var ordered = wholes.OrderBy(w => w.Practices.Count).ThenBy(w => w.Organisation, StringComparer.Ordinal).ToArray();
        int[][] members = [.. ordered.Select(w => w.Practices.Where(place.ContainsKey).Select(p => place[p]).Order().ToArray())];
        var populations = new bool[practices.Length + ordered.Length];
        CountTable[] tables = [.. indicators.Zip(reports, (i, r) => new CountTable(i.Parted, [.. r.Select(p => Parts(p.Counts))], members, populations))];
        foreach (var (table, first) in tables.Select((t, i) => (t, i == 0)))
        {
            ByChance(table, first, chance);
        }

        foreach (var table in tables)
        {
            new Protection(table, [.. tables.Where(t => t != table)]).Apply();
        }

        var cells = ordered.Index().ToDictionary(w => w.Item.Organisation, w => practices.Length + w.Index, StringComparer.Ordinal);
        return [.. tables.Select(table => (IReadOnlyList<ReleasedCounts>)[.. practices.Select((p, i) => Counts(table, p, i)), .. wholes.Select(w => Counts(table, w.Organisation, cells[w.Organisation]))])];

        ReleasedCounts Counts(CountTable table, string organisation, int cell) => new(
            organisation, Count(table, cell, CountTable.Population), Count(table, cell, CountTable.Excluded), Count(table, cell, CountTable.Adjusted), Count(table, cell, CountTable.Achieved));

        ReleasedCount Count(CountTable table, int cell, int kind) => ReleasedCount.Of(table[cell, kind], policy, table.IsWithheld(cell, kind));
    }

    /// <param name="withPopulations">They are shared: one indicator asks for them.</param>
    private static void ByChance(CountTable table, bool withPopulations, Func<bool> chance)
    {
        for (var cell = 0; cell < table.Cells; cell++)
        {
            foreach (var kind in table.KindsCounted.Where(k => table.Published(k) && (withPopulations || k != CountTable.Population)))
            {
                if (table.Members(cell).Count <= MostByChance && chance())
                {
                    table.Withhold(cell, kind);
                }
            }
        }
    }

    private static IEnumerable<(string Practice, long Population)> Populations(IEnumerable<PracticeReport> reports) => reports.Select(r => (r.Practice, r.Counts.Population));

    private static long[] Parts(ReportedCounts counts) =>
        [counts.Exclusions, counts.Adjusted, counts.Numerator, counts.Denominator - counts.Numerator];
}
