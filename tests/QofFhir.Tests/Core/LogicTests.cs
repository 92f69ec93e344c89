using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class LogicTests
{
    private readonly TestPlan _plan = new();
    private readonly Condition _yes = Condition.Always.Instance;
    private readonly Condition _no = Terms.Not(Condition.Always.Instance);

    [Theory]
    [InlineData(Comparison.Less)]
    [InlineData(Comparison.AtMost)]
    [InlineData(Comparison.Equal)]
    [InlineData(Comparison.AtLeast)]
    [InlineData(Comparison.Greater)]
    public void A_comparison_with_an_absent_side_is_false_and_its_not_is_true(Comparison comparison)
    {
        var (absent, value) = (Terms.On(_plan.Latest("A")), Terms.Value(_plan.LatestValue("A")));
        var practice = TestPractice.Of();
        Condition[] comparisons =
        [
            absent.Is(comparison, Terms.Pped), Terms.Pped.Is(comparison, absent), absent.Is(comparison, absent),
            value.Is(comparison, 58), new Condition.Numbers(Terms.Literal(58), comparison, value), new Condition.Numbers(value, comparison, value),
        ];
        Assert.All(comparisons, c => Assert.False(_plan.Holds(c, practice)));
        Assert.All(comparisons, c => Assert.True(_plan.Holds(Terms.Not(c), practice)));
    }

    [Theory]
    [InlineData(null, true, false)]
    [InlineData("2026-03-31", true, true)]
    [InlineData("2026-04-01", false, false)]
    public void Not_after_and_at_most_differ_for_the_absent(string? on, bool notAfter, bool atMost)
    {
        var field = Terms.On(_plan.Latest("A"));
        var practice = on is null ? TestPractice.Of() : TestPractice.Of().Event("A", on);
        Assert.Equal(notAfter, _plan.Holds(Terms.Not(field.After(Terms.Pped.Months(-12))), practice));
        Assert.Equal(atMost, _plan.Holds(field.Is(Comparison.AtMost, Terms.Pped.Months(-12)), practice));
    }

    [Fact]
    public void All_any_not_and_names_join_conditions()
    {
        var practice = TestPractice.Of();
        Assert.True(_plan.Holds(Terms.All(_yes, _yes), practice));
        Assert.False(_plan.Holds(Terms.All(_yes, _no), practice));
        Assert.True(_plan.Holds(Terms.Any(_no, _yes), practice));
        Assert.False(_plan.Holds(Terms.Any(_no, _no), practice));
        Assert.True(_plan.Holds(new Condition.Named("N", "text", _yes), practice));
        Assert.False(_plan.Holds(new Condition.Named("N", "text", _no), practice));
        Assert.True(_plan.Holds(Terms.Not(_no), practice));
    }

    [Theory]
    [InlineData(Sex.Female, true, false)]
    [InlineData(Sex.Male, false, true)]
    [InlineData(Sex.NotKnown, false, false)]
    public void An_unknown_sex_matches_neither_side(Sex sex, bool female, bool male)
    {
        var practice = TestPractice.Of(sex: sex);
        Assert.Equal(female, _plan.Holds(new Condition.SexIs(Sex.Female), practice));
        Assert.Equal(male, _plan.Holds(new Condition.SexIs(Sex.Male), practice));
    }

    [Fact]
    public void A_value_that_was_not_asked_for_is_absent()
    {
        var field = _plan.Latest("A");
        Assert.False(_plan.Holds(new Condition.NumberIsPresent(Terms.Value(field)), TestPractice.Of().Event("A", "2026-05-01", 5)));
    }
}
