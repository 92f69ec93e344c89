using QofFhir.Core.Records;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>A small practice with dates drawn near every edge; the same seed draws the same one.</summary>
internal sealed record RandomPractice(string Framework, DateOnly AchievementDate, IReadOnlyList<SpecPatient> Patients)
{
    private static readonly (string Framework, string[] On)[] Runs =
    [
        ("qof-england-2019-20", ["2020-03-31", "2020-03-31", "2019-04-01", "2019-12-31", "2020-02-29", "2024-02-29"]),
        ("qof-england-2026-27", ["2027-03-31", "2027-03-31", "2026-04-01", "2026-09-30", "2027-02-28", "2028-02-29", "2027-01-31"]),
    ];

    private static readonly string[] Coded =
    [
        "DM", "DM", "DMRES", "HYP", "HYP", "HYPRES", "MILDFRAIL", "MODFRAIL", "SEVFRAIL", "SERFRUC", "DMMAX", "HTMAX", "DMPCAPU", "DMPCADEC",
        "HYPPCAPU", "HYPPCADEC", "BLDTESTDEC", "BPDEC", "HOMEBPDEC", "ABPMDEC", "DMINVITE", "DMINVITE", "DMINVITE", "HYPINVITE", "HYPINVITE", "HYPINVITE",
    ];

    /// <param name="knows">Whether the framework's rules use a cluster; events of others are not drawn.</param>
    public static RandomPractice Of(int seed, Func<string, string, bool> knows)
    {
        var random = new Random(seed);
        var (framework, runs) = One(random, Runs);
        var on = SpecTable.Day(One(random, runs));
        var registers = random.Next(2) == 0;
        return new RandomPractice(framework, on, [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => Patient($"P{i}"))]);

        SpecPatient Patient(string name)
        {
            var events = new List<SpecEvent>();
            foreach (var (cluster, of) in new[] { ("DM", 5), ("HYP", 5), ("MODFRAIL", 3) })
            {
                if (random.Next(of) > (cluster == "MODFRAIL" ? 1 : 0))
                {
                    events.Add(new SpecEvent(cluster, random.Next(4) == 0 ? Near() : SpecTable.Day("2010-01-01")));
                }
            }

            if (random.Next(3) == 0)
            {
                var (cluster, first) = (One(random, ["DMINVITE", "HYPINVITE"]), Near());
                events.AddRange([new SpecEvent(cluster, first), new SpecEvent(cluster, first.AddDays(random.Next(5, 10)))]);
            }

            events.AddRange(Enumerable.Range(0, random.Next(9)).Select(_ => Event()).Where(e => knows(framework, e.Cluster)));
            DateOnly? registered = registers && random.Next(8) > 0 ? random.Next(3) > 0 ? Near() : SpecTable.Day("2001-01-01") : null;
            DateOnly? left = registered is { } from && random.Next(8) == 0 && Near() is var day && day > from ? day : null;
            return new SpecPatient(name, Born(), registered, left, random.Next(15) == 0 ? on.AddDays(random.Next(-1, 2)) : null, events);
        }

        DateOnly Born() => random.Next(3) switch
        {
            0 => SpecTable.Day("1960-01-01"),
            1 => new DateOnly(One(random, [1940, 1944, 1948, 1980, 2004, 2008]), 2, 29),
            _ => on.AddYears(-One(random, [16, 17, 18, 44, 45, 46, 79, 80, 81, 80, 81, 85])).AddDays(random.Next(-2, 3)),
        };

        SpecEvent Event() => random.Next(3) switch
        {
            0 => Pressure(One(random, ["BP", "CLINBP", "HOMEAMBBP"])),
            1 when random.Next(2) == 0 => new SpecEvent("IFCCHBAM", Near(), random.Next(8) == 0 ? null : Value(One<decimal>(random, [50, 57, 58, 58.5m, 59, 74, 75, 76]))),
            _ => new SpecEvent(One(random, Coded), Near()),
        };

        SpecEvent Pressure(string cluster) => random.Next(8) == 0 ? new SpecEvent(cluster, Near()) : new SpecEvent(
            cluster, Near(), null,
            random.Next(8) == 0 ? null : Value(One<decimal>(random, [120, 134, 135, 136, 139, 140, 141, 144, 145, 146, 149, 150, 151])),
            random.Next(8) == 0 ? null : Value(One<decimal>(random, [70, 79, 80, 81, 84, 85, 86, 89, 90, 91])));

        Measured Value(decimal number) => new(number, random.Next(8) == 0 ? (ValueBound)random.Next(5) : ValueBound.Exact);

        DateOnly Near()
        {
            var end = new DateOnly(on.Month <= 3 ? on.Year : on.Year + 1, 3, 31);
            DateOnly[] edges =
            [
                on, end, end.AddMonths(-12), end.AddMonths(-9), end.AddMonths(-3), end.AddMonths(-60), on.AddMonths(-12), on.AddMonths(-9),
                on.AddMonths(-3), on.AddMonths(-60), on.AddMonths(-4), on.AddMonths(-7), new DateOnly(2024, 2, 29), new DateOnly(2020, 2, 29), new DateOnly(2016, 2, 29),
            ];
            return One(random, edges).AddDays(random.Next(2) == 0 ? random.Next(-1, 2) : random.Next(-9, 10));
        }
    }

    /// <summary>The same with a patient or an event less, or with a simpler patient.</summary>
    public IEnumerable<RandomPractice> Smaller()
    {
        for (var p = 0; p < Patients.Count; p++)
        {
            if (Patients.Count > 1)
            {
                yield return this with { Patients = [.. Patients.Where((_, i) => i != p)] };
            }

            foreach (var simpler in Simpler(Patients[p]))
            {
                yield return this with { Patients = [.. Patients.Select((old, i) => i == p ? simpler : old)] };
            }
        }
    }

    public override string ToString() => $"{Framework} on {AchievementDate:yyyy-MM-dd}\n{string.Join('\n', Patients)}";

    private static IEnumerable<SpecPatient> Simpler(SpecPatient patient) =>
        patient.Events.Select((_, drop) => patient with { Events = [.. patient.Events.Where((_, i) => i != drop)] })
            .Concat(patient.Died is null ? [] : [patient with { Died = null }])
            .Concat(patient.Left is null ? [] : [patient with { Left = null }]);

    private static T One<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
