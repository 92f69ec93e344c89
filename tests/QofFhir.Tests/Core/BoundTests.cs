using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class BoundTests
{
    private readonly TestPlan _plan = new();

    [Theory]
    [InlineData(BoundKind.After, "after")]
    [InlineData(BoundKind.OnOrAfter, "on after")]
    [InlineData(BoundKind.Before, "before")]
    [InlineData(BoundKind.OnOrBefore, "before on")]
    [InlineData(BoundKind.On, "on")]
    public void Each_bound_knows_its_day_before_day_of_and_day_after(BoundKind kind, string expected)
    {
        var field = Terms.On(_plan.Earliest("A", new DateBound(kind, Terms.On(_plan.Latest("X")))));
        var held = new[] { ("before", "2026-05-09"), ("on", "2026-05-10"), ("after", "2026-05-11") }
            .Where(d => _plan.Holds(field.IsPresent(), TestPractice.Of().Event("X", "2026-05-10").Event("A", d.Item2)))
            .Select(d => d.Item1);
        Assert.Equal(expected, string.Join(' ', held));
    }

    [Theory]
    [InlineData(BoundKind.After)]
    [InlineData(BoundKind.OnOrAfter)]
    [InlineData(BoundKind.Before)]
    [InlineData(BoundKind.OnOrBefore)]
    [InlineData(BoundKind.On)]
    public void Against_an_absent_date_nothing_fits(BoundKind kind)
    {
        var field = Terms.On(_plan.Earliest("A", new DateBound(kind, Terms.On(_plan.Latest("X")).Days(7))));
        Assert.False(_plan.Holds(field.IsPresent(), TestPractice.Of().Event("A", "2026-05-10")));
    }

    [Fact]
    public void After_something_if_there_is_any_is_said_with_the_birth_date()
    {
        var smoker = Terms.On(_plan.Latest("LSMOK"));
        var field = Terms.On(_plan.Earliest("EX", new DateBound(BoundKind.After, new DateExpression.LaterOf([smoker, Terms.Born]))));
        Assert.True(_plan.Holds(field.IsPresent(), TestPractice.Of().Event("EX", "2010-05-10")));
        Assert.False(_plan.Holds(field.IsPresent(), TestPractice.Of().Event("EX", "2010-05-10").Event("LSMOK", "2010-05-10")));
        Assert.True(_plan.Holds(field.IsPresent(), TestPractice.Of().Event("EX", "2010-05-10").Event("LSMOK", "2010-05-09")));
    }

    [Fact]
    public void Several_bounds_all_hold()
    {
        var field = _plan.Latest(
            "A", new DateBound(BoundKind.OnOrAfter, Terms.Date("2026-05-01")), new DateBound(BoundKind.Before, Terms.Date("2026-06-01")));
        var practice = TestPractice.Of().Event("A", "2026-04-30").Event("A", "2026-05-01").Event("A", "2026-05-31").Event("A", "2026-06-01");
        Assert.Equal(Terms.Day("2026-05-31"), _plan.FieldOf(field, practice).On);
        var never = _plan.Latest(
            "A", new DateBound(BoundKind.After, Terms.Date("2026-06-01")), new DateBound(BoundKind.Before, Terms.Date("2026-05-01")));
        Assert.Null(_plan.FieldOf(never, practice).On);
    }

    [Theory]
    [InlineData("2026-05-06", false)]
    [InlineData("2026-05-07", false)]
    [InlineData("2026-05-08", true)]
    [InlineData("2026-05-09", true)]
    public void A_second_invitation_counts_from_the_seventh_day(string second, bool counts)
    {
        var first = _plan.Earliest("INVITE", new DateBound(BoundKind.OnOrAfter, Terms.Ppsd));
        var pair = _plan.Earliest("INVITE", new DateBound(BoundKind.OnOrAfter, Terms.On(first).Days(7)));
        var practice = TestPractice.Of().Event("INVITE", "2026-05-01").Event("INVITE", second);
        Assert.Equal(counts, _plan.Holds(Terms.On(pair).IsPresent(), practice));
    }

    [Fact]
    public void Bounds_at_the_ends_of_the_calendar_hold_nothing_and_do_not_overflow()
    {
        var practice = TestPractice.Of().Event("A", "2026-05-01");
        Assert.Null(_plan.FieldOf(_plan.Latest("A", new DateBound(BoundKind.After, Terms.Date("9999-12-31"))), practice).On);
        Assert.Null(_plan.FieldOf(_plan.Latest("A", new DateBound(BoundKind.Before, Terms.Date("0001-01-01"))), practice).On);
    }
}
