using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using Practices = System.Collections.Generic.IReadOnlySet<string>;

namespace QofFhir.Tests.Core.Disclosure;

/// <summary>The attacker also has our code, and runs it over every table that there can be.</summary>
public sealed class OpenAlgorithmTests
{
    private const int Largest = 14;

    [Theory]
    [InlineData(1, DisclosurePolicy.Suppress)]
    [InlineData(2, DisclosurePolicy.Suppress)]
    [InlineData(2, DisclosurePolicy.ShowAsFive)]
    public void Whoever_runs_the_release_over_every_register_is_left_with_three_values_for_each_small_count(int practices, DisclosurePolicy policy)
    {
        var names = "AB"[..practices].Select(c => $"{c}").ToArray();
        (string, Practices)[] whole = [("E", names.ToHashSet())];
        var (possible, cases) = (new Dictionary<(string Release, int Cell), HashSet<long>>(), new List<(string Release, int Cell, long Count)>());
        foreach (var sizes in Tables(practices))
        {
            long[] cells = [.. sizes, sizes.Sum()];
            for (var chances = 0; chances < 1 << cells.Length; chances++)
            {
                var asked = 0;
                var release = string.Join(' ', Release.Of(
                    policy, [new IndicatorReports(false, [.. names.Zip(sizes, (n, s) => new PracticeReport(n, new ReportedCounts(s, 0, 0, 0)))])], whole,
                    () => (chances >> asked++ & 1) == 1).Single().Select(r => $"{r.Population.Kind}{r.Population.Shown}"));
                for (var cell = 0; cell < cells.Length; cell++)
                {
                    if (!possible.TryGetValue((release, cell), out var values))
                    {
                        possible[(release, cell)] = values = [];
                    }

                    values.Add(cells[cell]);
                    if (cells[cell] is > 0 and <= 7)
                    {
                        cases.Add((release, cell, cells[cell]));
                    }
                }
            }
        }

        Assert.All(cases, c => Assert.True(possible[(c.Release, c.Cell)].Count >= 3, $"{c.Release}: {c.Count} of {string.Join(", ", possible[(c.Release, c.Cell)])}"));
    }

    [Fact]
    public void Indicators_of_one_population_show_and_withhold_it_alike_and_hide_their_small_counts_together()
    {
        var random = new Random(14);
        for (var round = 0; round < 80; round++)
        {
            string[] names = [.. "AB".Take(random.Next(1, 3)).Select(c => $"{c}")];
            (string, Practices)[] wholes = [("first", new HashSet<string> { "A" }), ("all", names.ToHashSet())];
            long[] sizes = [.. names.Select(_ => (long)random.Next(1, 14))];
            PracticeReport[][] tables = [.. Enumerable.Range(0, 2).Select(_ => names.Zip(sizes, (n, s) => new PracticeReport(n, new ReportedCounts(s, 0, 0, random.Next(3) switch { 0 => 0, 1 => s, _ => random.NextInt64(s + 1) }))).ToArray())];
            var released = Release.Of(
                DisclosurePolicy.Suppress, [new IndicatorReports(false, tables[0]), .. tables.Select(t => new IndicatorReports(true, t))], wholes, () => false);
            Assert.All(released, r => Assert.Equal(released[0].Select(c => c.Population), r.Select(c => c.Population)));

            // Tables that agree on the populations with some table of the other indicator.
            for (var t = 0; t < tables.Length; t++)
            {
                Dictionary<(string, int), HashSet<long>>[] possible = [.. Populations(released[0], names, wholes).Select(p => Possible(released[t + 1], names, wholes, p)).Where((_, i) =>
                    Possible(released[2 - t], names, wholes, Populations(released[0], names, wholes)[i]).Count > 0)];
                foreach (var (name, place) in names.Select((n, i) => (n, i)))
                {
                    foreach (var (kind, count) in new[] { (3, tables[t][place].Counts.Numerator), (4, sizes[place] - tables[t][place].Counts.Numerator) })
                    {
                        var values = possible.Where(p => p.Count > 0).SelectMany(p => p[(name, kind)]).Distinct().Count();
                        Assert.True(count is 0 or > 7 || values >= 3, $"{name} {kind}: {count}, {values} values");
                    }
                }
            }
        }
    }

    [Fact]
    public void Indicators_of_other_populations_are_refused_together() => Assert.Throws<ArgumentException>(() => Release.Of(
        DisclosurePolicy.Suppress,
        [new IndicatorReports(false, [new PracticeReport("A", new ReportedCounts(5, 0, 0, 0))]), new IndicatorReports(false, [new PracticeReport("A", new ReportedCounts(6, 0, 0, 0))])],
        [], () => false));

    /// <summary>Every population that the register's release allows.</summary>
    private static List<long[]> Populations(IReadOnlyList<ReleasedCounts> register, string[] names, (string, Practices)[] wholes) =>
        [.. Tables(names.Length).Where(s => Attacker.Allows(register, names, wholes, s))];

    private static Dictionary<(string, int), HashSet<long>> Possible(
        IReadOnlyList<ReleasedCounts> release, string[] names, (string, Practices)[] wholes, long[] populations) =>
        Attacker.Possible(release, names, wholes, true, populations);

    private static IEnumerable<long[]> Tables(int practices) => practices == 0
        ? [[]]
        : Tables(practices - 1).SelectMany(t => Enumerable.Range(0, Largest + 1).Select(s => (long[])[.. t, s]));
}
