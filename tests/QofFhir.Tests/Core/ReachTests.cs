using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class ReachTests
{
    private readonly TestPlan _plan = new();

    [Fact]
    public void Registers_that_registers_lean_on_are_walked_through()
    {
        var inner = _plan.Register("INNER", (true, Terms.On(_plan.Latest("A")).IsPresent()));
        var outer = _plan.Register("OUTER", (true, new Condition.Not(new Condition.InRegister(inner))));
        _plan.Latest("UNUSED");

        Assert.Equal(["A"], Clusters(TestPlan.RegisterOf(outer)));
        Assert.Equal(["INNER", "OUTER"], Reach.RegistersOf(Plan(), TestPlan.RegisterOf(outer)).Select(r => r.Name));
        Assert.Equal(["A"], Clusters(TestPlan.FractionOf([outer])));
    }

    [Fact]
    public void Bounds_counts_and_dates_within_dates_are_walked_through()
    {
        var diagnosis = _plan.Latest("DIAGNOSIS");
        var test = _plan.Latest("TEST", new DateBound(BoundKind.After, new DateExpression.LaterOf([Terms.On(diagnosis), new DateExpression.Plus(Terms.On(_plan.Latest("PLUS")), default)])));
        var many = _plan.HowMany(Terms.On(_plan.Computed(Terms.On(test))).IsPresent());
        var row = Terms.Achieve(new Condition.Numbers(new NumberExpression.OfField(many, FieldPart.Number), Comparison.AtLeast, new NumberExpression.AgeAt(Terms.On(_plan.Earliest("AGED")))));

        Assert.Equal(["AGED", "DIAGNOSIS", "PLUS", "TEST"], Clusters(TestPlan.Fraction(row)));
    }

    [Fact]
    public void A_cluster_read_by_value_is_told_apart_from_one_read_by_date()
    {
        var value = _plan.LatestValue("HBA");
        var pressure = _plan.LatestPressure("BP");
        var row = Terms.Achieve(new Condition.All([Terms.On(value).IsPresent(), Terms.On(pressure).IsPresent(), Terms.On(_plan.Latest("BP")).IsPresent()]));

        Assert.Equal(["BP"], Clusters(TestPlan.Fraction(row)));
        Assert.Equal(["BP", "HBA"], Reach.ValuesOf(Plan(), TestPlan.Fraction(row)).Select(c => c.Name));
    }

    private EvaluationPlan Plan() => _plan.Framework().Plan;

    private IEnumerable<string> Clusters(IndicatorRule rule) => Reach.ClustersOf(Plan(), rule).Select(c => c.Name);
}
