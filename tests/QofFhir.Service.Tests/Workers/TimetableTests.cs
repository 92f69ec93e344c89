using QofFhir.Extraction;
using QofFhir.Service.Practices;
using QofFhir.Service.Runs;
using Quartz;

namespace QofFhir.Service.Tests.Workers;

public sealed class TimetableTests
{
    private static readonly CalendarSettings Calendar = new() { MonthlyDay = 3, YearEndDay = 6, SpreadHours = 4 };

    [Fact]
    public void Each_practice_has_a_time_of_its_own_and_keeps_it_and_together_they_fill_the_hours_evenly()
    {
        var times = Enumerable.Range(0, 6200).Select(i => Next(Of($"P{i:D5}").First().Cron, new DateTime(2026, 11, 1))).ToArray();
        Assert.Equal(times, Enumerable.Range(0, 6200).Select(i => Next(Of($"p{i:D5}").First().Cron, new DateTime(2026, 11, 1))));
        Assert.All(times, t => Assert.InRange(t, new DateTime(2026, 11, 3, 2, 0, 0), new DateTime(2026, 11, 3, 5, 59, 59)));
        Assert.All(times.GroupBy(t => t.Hour), hour => Assert.InRange(hour.Count(), 1400, 1700));
        Assert.True(times.GroupBy(t => t).Max(same => same.Count()) < 10);
    }

    [Fact]
    public void The_year_end_is_run_in_April_for_the_31st_of_March()
    {
        var end = Of("P1").Single(t => t.YearEnd);
        Assert.Equal(new DateTime(2027, 4, 6), Next(end.Cron, new DateTime(2026, 11, 1)).Date);
        Assert.Equal(new DateTime(2028, 4, 6), Next(end.Cron, new DateTime(2027, 4, 7)).Date);
    }

    [Theory]
    [InlineData("2027-04-06", "2027-03-31")]
    [InlineData("2027-03-31", "2027-03-31")]
    [InlineData("2027-03-30", "2026-03-31")]
    [InlineData("2028-02-29", "2027-03-31")]
    public void The_year_end_before_a_day(string today, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), Timetable.YearEnd(DateOnly.Parse(today, null)));

    [Fact]
    public void A_schedule_of_its_own_stands_in_the_place_of_the_month_and_not_of_the_year_end()
    {
        Assert.Equal(["0 30 2 * * ?"], Of("P1", "0 30 2 * * ?").Where(t => !t.YearEnd).Select(t => t.Cron));
        Assert.Single(Of("P1", "0 30 2 * * ?"), t => t.YearEnd);
        Assert.Empty(Timetable.Of(One("P1", null), new CalendarSettings()));
    }

    [Theory]
    [InlineData(null, null, "2026-12-24", false)]
    [InlineData("2026-12-24", "2026-12-26", "2026-12-23", false)]
    [InlineData("2026-12-24", "2026-12-26", "2026-12-24", true)]
    [InlineData("2026-12-24", "2026-12-26", "2026-12-26", true)]
    [InlineData("2026-12-24", "2026-12-26", "2026-12-27", false)]
    [InlineData("2026-12-24", null, "2030-01-01", true)]
    [InlineData(null, "2026-12-26", "2026-12-26", true)]
    [InlineData(null, "2026-12-26", "2026-12-27", false)]
    public void Both_days_of_a_pause_are_inside(string? from, string? until, string day, bool paused) => Assert.Equal(
        paused,
        new CalendarSettings { PausedFrom = Day(from), PausedUntil = Day(until) }.IsPausedOn(Day(day)!.Value));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, null);

    private static IEnumerable<TimedRun> Of(string ods, string? own = null) => Timetable.Of(One(ods, own), Calendar);

    private static Practice One(string ods, string? own) => new(ods, new FhirEndpoint(new Uri("http://127.0.0.1:9/fhir")), own);

    private static DateTime Next(string cron, DateTime after) => TimeZoneInfo.ConvertTime(
        new CronExpression(cron, London.Zone).GetNextValidTimeAfter(new DateTimeOffset(after, TimeSpan.Zero))!.Value, London.Zone).DateTime;
}
