using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Aggregation;

/// <summary>Roll-ups against a plain count over lists of single patients.</summary>
public sealed class RollupOracleTests
{
    private static readonly string[] Outcomes = ["excluded", "achieved", "outstanding", .. Enum.GetNames<AdjustmentReason>()];

    [Fact]
    public void A_roll_up_says_what_counting_the_patients_one_by_one_says()
    {
        var random = new Random(17);
        for (var round = 0; round < 100; round++)
        {
            var people = Enumerable.Range(0, random.Next(400)).Select(_ => new Person(
                $"P{random.Next(12)}", Outcomes[random.Next(Outcomes.Length)], $"{random.Next(1, 6)}", new DateOnly(2026, random.Next(4, 7), 1))).ToList();
            var expected = Enumerable.Range(0, 10).Select(i => $"P{i}").ToHashSet();
            var rollup = Rollup.Of(expected, people.GroupBy(p => p.Practice).Select(Report).OrderBy(_ => random.Next()));
            Person[] counted = [.. people.Where(p => expected.Contains(p.Practice))];

            Assert.Equal(counted.Length, rollup.Counts.Population);
            Assert.Equal(counted.Count(p => p.Outcome == "excluded"), rollup.Counts.Exclusions);
            Assert.Equal(counted.Count(p => p.Outcome == "achieved"), rollup.Counts.Numerator);
            Assert.Equal(counted.Count(p => p.Outcome is "achieved" or "outstanding"), rollup.Counts.Denominator);
            Assert.Equal(counted.Count(p => p.Outcome is not ("excluded" or "achieved" or "PatientChoseNotTo")), rollup.Counts.CareGap);
            Assert.Equal(counted.Select(p => p.Practice).Distinct().Count(), rollup.Reporting);
            foreach (var reason in Enum.GetValues<AdjustmentReason>())
            {
                Assert.Equal(counted.Count(p => p.Outcome == reason.ToString()), rollup.Counts.Reasons.GetValueOrDefault(reason));
                Assert.Equal(
                    counted.Where(p => p.Outcome == reason.ToString()).CountBy(p => p.Month).OrderBy(m => m.Key).Select(m => (m.Key, (long)m.Value)),
                    rollup.Months.Where(m => m.Reason == reason).Select(m => (m.Month!.Value, m.Count)));
            }

            foreach (var group in rollup.Groups)
            {
                Person[] inIt = [.. counted.Where(p => p.Quintile == group.Group)];
                Assert.Equal((inIt.Length, inIt.Count(p => p.Outcome == "achieved")), (group.Counts.Population, group.Counts.Numerator));
            }

            Assert.Equal(counted.Length, rollup.Groups.Sum(g => g.Counts.Population));
            Assert.Equal(counted.Length, rollup.Prevalence?.Numerator ?? 0);
            Assert.Equal(rollup.Reporting * 1000L, rollup.Prevalence?.Denominator ?? 0);
            Median(counted, rollup);
        }
    }

    [Fact]
    public void The_gap_of_deprivation_is_that_of_the_sums()
    {
        ReportedGroup Of(string quintile, long numerator, long denominator) => new("deprivation", quintile, new(denominator, 0, 0, numerator));
        var gap = Rollup.Of(
            new HashSet<string> { "A", "B" },
            [new("A", new(0, 0, 0, 0)) { Groups = [Of("1", 10, 50), Of("5", 40, 50)] }, new("B", new(0, 0, 0, 0)) { Groups = [Of("1", 5, 50), Of("5", 50, 50)] }]).DeprivationGap!;
        Assert.Equal((100, 100, 75m), (gap.LeastDenominator, gap.MostDenominator, gap.Difference));
        Assert.InRange(gap.Lower!.Value, 60, 75);
        Assert.InRange(gap.Upper!.Value, 75, 85);
        Assert.Null(Rollup.Of(new HashSet<string> { "A" }, [new("A", new(0, 0, 0, 0))]).DeprivationGap);
        Assert.Null(Rollup.Of(new HashSet<string> { "A" }, [new("A", new(0, 0, 0, 0)) { Groups = [Of("5", 1, 2)] }]).DeprivationGap!.Difference);
    }

    [Theory]
    [InlineData("2026-12-06", 4, 4, 2, 1, 1, "C")]
    [InlineData("2026-12-08", 4, 4, 2, 1, 2, "C")]
    public void Coverage_tells_who_is_missing_and_who_is_late(string today, int expected, int readable, int reporting, int notEvaluated, int late, string missing)
    {
        var reports = new Dictionary<string, (DateOnly, bool)> { ["A"] = (new(2026, 12, 7), true), ["B"] = (new(2026, 12, 8), true), ["D"] = (new(2026, 12, 1), false), ["X"] = (new(2026, 12, 1), true) };
        HashSet<string> practices = ["A", "B", "C", "D"];
        var coverage = Coverage.Of(practices, practices, reports, new(2026, 11, 30), 7, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((expected, readable, reporting, notEvaluated, late, missing), (coverage.Expected, coverage.Readable, coverage.Reporting, coverage.NotEvaluated, coverage.Late, string.Join(' ', coverage.Missing)));
    }

    [Fact]
    public void Practices_that_may_not_be_read_are_expected_and_in_no_other_number()
    {
        var coverage = Coverage.Of(new HashSet<string> { "A", "B" }, new HashSet<string> { "B", "X" }, new Dictionary<string, (DateOnly, bool)>(), new(2026, 11, 30), 7, new(2027, 1, 1));
        Assert.Equal((2, 1, 0, 1), (coverage.Expected, coverage.Readable, coverage.Reporting, coverage.Late));
        Assert.Equal(["B"], coverage.Missing);
    }

    [Fact]
    public void A_funnel_has_a_point_for_each_practice_with_a_denominator()
    {
        var points = FunnelPoint.Of([new("B", new(100, 0, 0, 90)), new("A", new(10, 0, 0, 1)), new("C", new(5, 5, 0, 0))], 1);
        Assert.Equal(["A", "B"], points.Select(p => p.Practice));
        Assert.Equal(FunnelLimits.Of(91.0 / 110, 10), points[0].Limits);
        Assert.True(points[0].Achievement.Share < points[0].Limits.Lower998);
    }

    private static void Median(Person[] counted, Rollup rollup)
    {
        double[] shares = [.. counted.Where(p => p.Outcome is "achieved" or "outstanding").GroupBy(p => p.Practice).Select(g => g.Average(p => p.Outcome == "achieved" ? 1.0 : 0)).Order()];
        if (shares.Length > 0)
        {
            Assert.Equal((shares[(shares.Length - 1) / 2] + shares[shares.Length / 2]) / 2, rollup.Achievements!.Median, 9);
        }
    }

    private static PracticeReport Report(IGrouping<string, Person> people) => new(people.Key, Counts(people))
    {
        ListSize = 1000,
        Groups = [.. people.GroupBy(p => p.Quintile).Select(g => new ReportedGroup("deprivation", g.Key, Counts(g)))],
        Months = [.. people.Where(p => Enum.TryParse<AdjustmentReason>(p.Outcome, out _)).CountBy(p => (p.Outcome, p.Month)).Select(c => new AdjustedInMonth(Enum.Parse<AdjustmentReason>(c.Key.Outcome), c.Key.Month, c.Value))],
    };

    private static ReportedCounts Counts(IEnumerable<Person> people)
    {
        Person[] all = [.. people];
        var reasons = all.Where(p => Enum.TryParse<AdjustmentReason>(p.Outcome, out _)).CountBy(p => Enum.Parse<AdjustmentReason>(p.Outcome)).ToDictionary(c => c.Key, c => (long)c.Value);
        return new ReportedCounts(all.Length, all.Count(p => p.Outcome == "excluded"), reasons.Values.Sum(), all.Count(p => p.Outcome == "achieved")) { Reasons = reasons };
    }

    private sealed record Person(string Practice, string Outcome, string Quintile, DateOnly Month);
}
