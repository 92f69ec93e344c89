using QofFhir.Core.Records;

namespace QofFhir.Tests.Core;

public sealed class PressureTests
{
    private readonly TestPlan _plan = new();

    [Fact]
    public void The_latest_day_with_both_halves_decides()
    {
        var field = _plan.LatestPressure("BP");
        var practice = TestPractice.Of().Pressure("BP", "2026-05-01", 130, 80).Pressure("BP", "2026-06-01", 150, 95);
        Assert.Equal("150/95 mm[Hg]", _plan.FieldOf(field, practice).Value);
    }

    [Fact]
    public void A_day_with_one_half_only_is_passed_over()
    {
        var field = _plan.LatestPressure("BP");
        var practice = TestPractice.Of().Pressure("BP", "2026-05-01", 130, 80).Pressure("BP", "2026-06-01", 150, null).Pressure("BP", "2026-07-01", null, 70);
        Assert.Equal("130/80 mm[Hg]", _plan.FieldOf(field, practice).Value);
        Assert.Equal(Terms.Day("2026-05-01"), _plan.FieldOf(field, practice).On);
    }

    [Fact]
    public void Each_half_is_the_lowest_of_the_day_for_itself()
    {
        var field = _plan.LatestPressure("BP");
        var practice = TestPractice.Of().Pressure("BP", "2026-05-01", 150, 80, "Observation/1").Pressure("BP", "2026-05-01", 140, 92, "Observation/2");
        var value = _plan.FieldOf(field, practice);
        Assert.Equal("140/80 mm[Hg]", value.Value);
        Assert.Equal(["Observation/2", "Observation/1"], value.Sources);
    }

    [Fact]
    public void Halves_of_a_day_may_come_from_two_resources_and_two_clusters_of_the_field()
    {
        var practice = TestPractice.Of().Pressure("SYS", "2026-05-01", 150, null).Pressure("DIA", "2026-05-01", null, 92);
        Assert.Equal("150/92 mm[Hg]", _plan.FieldOf(_plan.LatestPressure("SYS DIA"), practice).Value);
        Assert.Null(_plan.FieldOf(_plan.LatestPressure("SYS"), practice).On);
    }

    [Fact]
    public void Neither_a_value_that_is_no_half_nor_a_half_without_value_makes_a_reading()
    {
        var field = _plan.LatestPressure("BP");
        Assert.Null(_plan.FieldOf(field, TestPractice.Of().Event("BP", "2026-05-01", 120)).On);
        var halves = TestPractice.Of()
            .Event("BP", "2026-05-01", null, part: PressurePart.Systolic).Event("BP", "2026-05-01", 80, part: PressurePart.Diastolic);
        Assert.Null(_plan.FieldOf(field, halves).On);
    }

    [Fact]
    public void The_earliest_complete_day_can_be_asked_too()
    {
        var practice = TestPractice.Of().Pressure("BP", "2026-04-01", 150, null).Pressure("BP", "2026-05-01", 130, 80).Pressure("BP", "2026-06-01", 150, 95);
        Assert.Equal("130/80 mm[Hg]", _plan.FieldOf(_plan.Earliest(_plan.Of("BP", pressure: true)), practice).Value);
    }
}
