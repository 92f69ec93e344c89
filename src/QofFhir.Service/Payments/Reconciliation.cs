using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;

namespace QofFhir.Service.Payments;

/// <summary>Adds a run up a second time, out of what was kept and what the database says.</summary>
internal static class Reconciliation
{
    /// <param name="total">Pounds as the run tells them.</param>
    /// <param name="fates">All that was worked out.</param>
    /// <param name="kept">Pounds of each practice's newest statement, as the table has them.</param>
    public static RunCheck Pounds(decimal total, IReadOnlyList<StatementFate> fates, IReadOnlyDictionary<string, decimal?> kept) => new(
        "pounds", total, fates.Where(f => f.Number is not null).Sum(f => kept.GetValueOrDefault(f.Draft.Practice) ?? 0), "the total, and the sum of the statements as they are kept");

    public static RunCheck Groups(decimal total, IReadOnlyList<StatementFate> fates) => new(
        "groups", total, fates.Where(f => f.Number is not null).Sum(f => f.Draft.GroupPounds), "the total, and the sum of all groups of all statements");

    public static RunCheck Practices(int expected, int statements, int leftOut) =>
        new("practices", expected, statements + leftOut, "practices that were expected, and those with a statement and those left out");

    /// <summary>A check of all counts together, and one for each that does not agree.</summary>
    /// <param name="counted">Counts of the practices that were read, those left out too.</param>
    /// <param name="sums">Counts of all live reports of the date, as the roll-up adds them up.</param>
    public static IEnumerable<RunCheck> Counts(Framework framework, IReadOnlyDictionary<string, ReportedCounts> counted, IReadOnlyDictionary<string, ReportedCounts> sums)
    {
        var wrong = new List<RunCheck>();
        var (here, there) = (0m, 0m);
        foreach (var id in framework.Reported.Where(i => i.Kind != IndicatorKind.Attestation).Select(i => i.Id))
        {
            var (a, b) = (counted.GetValueOrDefault(id) ?? ReportedCounts.None, sums.GetValueOrDefault(id) ?? ReportedCounts.None);
            foreach (var (name, count) in new (string, Func<ReportedCounts, long>)[]
            {
                ("population", c => c.Population), ("exclusions", c => c.Exclusions), ("adjusted", c => c.Adjusted), ("numerator", c => c.Numerator),
            })
            {
                (here, there) = (here + count(a), there + count(b));
                if (count(a) != count(b))
                {
                    wrong.Add(new RunCheck($"{id} {name}", count(a), count(b), "in the statements and the reports left out, and in the roll-up of the date"));
                }
            }
        }

        return [new RunCheck("counts", here, there, "all counts in the statements and the reports left out, and in the roll-up of the date"), .. wrong];
    }
}
