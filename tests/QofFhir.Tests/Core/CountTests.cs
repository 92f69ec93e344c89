using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class CountTests
{
    private readonly TestPlan _plan = new();

    [Fact]
    public void Days_count_once_however_many_events_they_hold()
    {
        var practice = TestPractice.Of().Event("A", "2026-05-01").Event("B", "2026-05-01").Event("A", "2026-05-02").Event("A B", "2026-05-03");
        Assert.Equal("3", Came(Days("A B"), practice));
        Assert.Equal("0", Came(Days("C"), practice));
    }

    [Fact]
    public void Codes_count_once_however_often_they_are_recorded()
    {
        _plan.Cluster("A", codes: ["1", "2", "3"]);
        var practice = TestPractice.Of().Event("1", "2026-05-01").Event("1", "2026-06-01").Event("2", "2026-07-01").Event("99", "2026-07-02");
        Assert.Equal("2", Came(_plan.Count(Counted.Codes, _plan.Of("A")), practice));
    }

    [Fact]
    public void Substances_count_by_ingredient_and_by_code_where_none_is_mapped()
    {
        _plan.Cluster("D", ClusterClass.Drug, ["1", "2", "3", "4"], new() { ["1"] = "7", ["2"] = "7", ["3"] = "8" });
        var practice = TestPractice.Of();
        foreach (var code in new[] { "1", "2", "3", "4", "1" })
        {
            practice.Event(code, "2026-05-01", kind: QofFhir.Core.Records.EventClass.Drug);
        }

        Assert.Equal("3", Came(_plan.Count(Counted.Substances, _plan.Of("D")), practice));
        Assert.Equal("4", Came(_plan.Count(Counted.Codes, _plan.Of("D")), practice));
    }

    [Theory]
    [InlineData("2010-05-01 2011-05-01 2013-05-01", "2")]
    [InlineData("2011-03-31 2011-04-01", "2")]
    [InlineData("2011-04-01 2012-03-31", "1")]
    [InlineData("2010-05-01 2011-05-01 2012-05-01 2014-05-01 2015-05-01", "3")]
    [InlineData("2010-05-01 2012-05-01 2013-05-01 2014-05-01", "3")]
    [InlineData("2010-05-01", "1")]
    public void Years_in_a_row_are_the_longest_run_of_service_years(string on, string expected)
    {
        var practice = TestPractice.Of();
        foreach (var day in on.Split(' '))
        {
            practice.Event("EX", day);
        }

        Assert.Equal(expected, Came(_plan.Count(Counted.YearsInARow, _plan.Of("EX")), practice));
    }

    [Fact]
    public void A_count_of_nothing_is_0_and_never_absent()
    {
        var field = _plan.Count(Counted.Days, _plan.Of("A", bounds: new DateBound(BoundKind.After, Terms.On(_plan.Latest("B")))));
        var practice = TestPractice.Of().Event("A", "2026-05-01");
        Assert.True(_plan.Holds(new Condition.NumberIsPresent(Terms.Number(field)), practice));
        Assert.True(_plan.Holds(Terms.Number(field).Is(Comparison.Equal, 0), practice));
        Assert.True(_plan.Holds(Terms.Number(field).Is(Comparison.Less, 1), practice));
    }

    [Fact]
    public void How_many_conditions_hold_is_a_number()
    {
        var (a, b, c) = (Terms.On(_plan.Latest("A")).IsPresent(), Terms.On(_plan.Latest("B")).IsPresent(), Terms.On(_plan.Latest("C")).IsPresent());
        var practice = TestPractice.Of().Event("A", "2026-05-01").Event("C", "2026-05-01");
        Assert.Equal("2", Came(_plan.HowMany(a, b, c), practice));
        Assert.True(_plan.Holds(new NumberExpression.HowMany([a, b, c]).Is(Comparison.AtLeast, 2), practice));
        Assert.False(_plan.Holds(new NumberExpression.HowMany([a, b, c]).Is(Comparison.AtLeast, 3), practice));
    }

    private int Days(string clusters) => _plan.Count(Counted.Days, _plan.Of(clusters));

    private string? Came(int field, TestPractice practice) => _plan.FieldOf(field, practice).Value;
}
