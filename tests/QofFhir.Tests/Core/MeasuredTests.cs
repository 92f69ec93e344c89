using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class MeasuredTests
{
    /// <summary>Limit 58 against values of one below, equal and one above, under each bound.</summary>
    [Theory]
    [InlineData(57, ValueBound.Exact, "< <=")]
    [InlineData(58, ValueBound.Exact, "<= = >=")]
    [InlineData(59, ValueBound.Exact, ">= >")]
    [InlineData(57, ValueBound.Below, "< <=")]
    [InlineData(58, ValueBound.Below, "< <=")]
    [InlineData(59, ValueBound.Below, "")]
    [InlineData(57, ValueBound.AtMost, "< <=")]
    [InlineData(58, ValueBound.AtMost, "<=")]
    [InlineData(59, ValueBound.AtMost, "")]
    [InlineData(57, ValueBound.AtLeast, "")]
    [InlineData(58, ValueBound.AtLeast, ">=")]
    [InlineData(59, ValueBound.AtLeast, ">= >")]
    [InlineData(57, ValueBound.Above, "")]
    [InlineData(58, ValueBound.Above, ">= >")]
    [InlineData(59, ValueBound.Above, ">= >")]
    public void A_comparison_holds_only_when_it_holds_for_every_value_that_the_bound_allows(int value, ValueBound bound, string holding)
    {
        var plan = new TestPlan();
        var field = Terms.Value(plan.LatestValue("HBA"));
        var practice = TestPractice.Of().Event("HBA", "2026-05-01", value, bound);
        var held = new (string Sign, Comparison Comparison)[]
        {
            ("<", Comparison.Less), ("<=", Comparison.AtMost), ("=", Comparison.Equal), (">=", Comparison.AtLeast), (">", Comparison.Greater),
        }.Where(c => plan.Holds(field.Is(c.Comparison, 58), practice)).Select(c => c.Sign);
        Assert.Equal(holding, string.Join(' ', held));
    }

    [Theory]
    [InlineData(5, ValueBound.Above, 4, true)]
    [InlineData(4, ValueBound.Above, 4, true)]
    [InlineData(3, ValueBound.Above, 4, false)]
    [InlineData(9, ValueBound.Below, 4, false)]
    public void Two_recorded_values_compare_with_the_bound_on_either_side(int bounded, ValueBound bound, int exact, bool greater)
    {
        var plan = new TestPlan();
        var (a, b) = (Terms.Value(plan.LatestValue("A")), Terms.Value(plan.LatestValue("B")));
        var practice = TestPractice.Of().Event("A", "2026-05-01", bounded, bound).Event("B", "2026-05-01", exact);
        Assert.Equal(greater, plan.Holds(new Condition.Numbers(a, Comparison.Greater, b), practice));
        Assert.Equal(greater, plan.Holds(new Condition.Numbers(b, Comparison.Less, a), practice));
    }

    [Fact]
    public void Two_bounded_values_compare_as_nothing()
    {
        var plan = new TestPlan();
        var (a, b) = (Terms.Value(plan.LatestValue("A")), Terms.Value(plan.LatestValue("B")));
        var practice = TestPractice.Of().Event("A", "2026-05-01", 9, ValueBound.Above).Event("B", "2026-05-01", 1, ValueBound.Above);
        Assert.All(Enum.GetValues<Comparison>(), c => Assert.False(plan.Holds(new Condition.Numbers(a, c, b), practice)));
    }

    [Fact]
    public void Decimals_compare_exactly()
    {
        var plan = new TestPlan();
        var field = Terms.Value(plan.LatestValue("LDL"));
        Assert.True(plan.Holds(field.AtMost(2.0m), TestPractice.Of().Event("LDL", "2026-05-01", 2.00m)));
        Assert.False(plan.Holds(field.AtMost(2.0m), TestPractice.Of().Event("LDL", "2026-05-01", 2.01m)));
        Assert.True(plan.Holds(field.Is(Comparison.Equal, 0.3m), TestPractice.Of().Event("LDL", "2026-05-01", 0.1m + 0.2m)));
    }

    [Fact]
    public void Values_order_by_number_and_then_by_what_the_bound_allows()
    {
        Measured[] expected =
        [
            new(4), new(5, ValueBound.Below), new(5, ValueBound.AtMost), new(5), new(5, ValueBound.AtLeast), new(5, ValueBound.Above), new(6),
        ];
        Measured[] mixed = [expected[3], expected[6], expected[0], expected[5], expected[1], expected[4], expected[2]];
        Assert.Equal(expected, mixed.Order(Comparer<Measured>.Create((a, b) => a.CompareTo(b))));
        Assert.Equal("<5, <=5, 5, >=5, >5", string.Join(", ", expected[1..6]));
    }
}
