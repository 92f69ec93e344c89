using QofFhir.Core.DataChecks;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class DataCheckTests
{
    [Fact]
    public void Entries_are_counted_by_cluster_and_class()
    {
        var plan = new TestPlan();
        plan.Cluster("HBA");
        plan.Cluster("STATIN", ClusterClass.Drug);
        plan.Cluster("NEVER");
        plan.Cluster("EMPTY", codes: []);
        var practice = TestPractice.Of()
            .Event("HBA", "2026-01-01").Event("HBA STATIN", "2026-01-02").Event("STATIN", "2026-01-03", kind: EventClass.Drug);

        var counts = ClusterCounts.Of(plan.Framework().Plan, practice.Build());

        Assert.Equal(["HBA 2", "NEVER 0", "STATIN 1"], counts.Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(100, 50, 0)]
    [InlineData(100, 49, 1)]
    [InlineData(20, 9, 1)]
    [InlineData(19, 0, 0)]
    [InlineData(40, 400, 0)]
    public void A_fall_by_more_than_the_share_is_told_above_a_smallest_count(int before, int now, int told) =>
        Assert.Equal(told, ClusterFall.Between(Counts(before), Counts(now), 0.5, 20).Count);

    [Fact]
    public void A_cluster_that_only_one_of_the_inputs_counts_is_left_out() =>
        Assert.Empty(ClusterFall.Between(Counts(100), new Dictionary<string, int> { ["OTHER"] = 1 }, 0.5, 20));

    /// <summary>30 November 2026 is a Monday.</summary>
    [Theory]
    [InlineData("2026-11-24", "2026-11-30", "2027-03-31", "2026-11-25")]
    [InlineData("2026-11-25", "2026-11-30", "2027-03-31", null)]
    [InlineData("2026-11-30", "2026-11-30", "2027-03-31", null)]
    [InlineData("2026-12-01", "2026-11-30", "2027-03-31", "2026-11-25")]
    [InlineData("2026-11-24", "2027-01-31", "2026-11-30", "2026-11-26")]
    [InlineData("2026-11-26", "2027-01-31", "2026-11-30", null)]
    public void A_practice_with_entries_each_week_and_none_on_the_last_working_days_is_told(string last, string extracted, string achievement, string? told)
    {
        var practice = Weekly("2026-08-31", 12).Event("X", last);
        Assert.Equal(told is null ? null : Terms.Day(told), LastDays.SilentSince(practice.Build(), Terms.Day(extracted), Terms.Day(achievement), 3));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void A_practice_without_entries_in_most_weeks_is_not_told(int weeks, bool told) =>
        Assert.Equal(told, LastDays.SilentSince(Weekly("2026-09-07", weeks).Build(), Terms.Day("2026-11-30"), Terms.Day("2027-03-31"), 3) is not null);

    [Fact]
    public void The_check_can_be_switched_off() =>
        Assert.Null(LastDays.SilentSince(Weekly("2026-08-31", 12).Build(), Terms.Day("2026-11-30"), Terms.Day("2027-03-31"), 0));

    private static TestPractice Weekly(string first, int weeks)
    {
        var practice = TestPractice.Of();
        for (var week = 0; week < weeks; week++)
        {
            practice.Event("X", Terms.Day(first).AddDays(7 * week).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        return practice;
    }

    private static Dictionary<string, int> Counts(int count) => new() { ["HBA"] = count };
}
