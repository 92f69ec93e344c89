using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class DataGapTests
{
    private static readonly DataGap All = new(null, "Patient: lost");
    private static readonly DataGap Codes = new([ClusterClass.Code], "Observation: lost");
    private static readonly DataGap Drugs = new([ClusterClass.Drug], "MedicationRequest: lost");

    [Fact]
    public void What_asks_for_missing_entries_is_not_evaluable_and_says_why()
    {
        var framework = Framework();

        Assert.Equal("complete complete complete", States(framework.Lacking([])));
        Assert.Equal("not evaluable, complete, complete".Replace(",", "", StringComparison.Ordinal), States(framework.Lacking([Codes])));
        Assert.Equal("complete not evaluable complete", States(framework.Lacking([Drugs])));
        Assert.Equal("not evaluable not evaluable not evaluable", States(framework.Lacking([All])));
        Assert.Equal("data is missing: Observation: lost", framework.Lacking([Drugs, Codes]).Indicators[0].Evaluability.Reason);
    }

    [Fact]
    public void An_indicator_that_had_no_codes_keeps_that_reason()
    {
        var framework = Framework();
        var without = framework with
        {
            Indicators = [.. framework.Indicators.Select(i => i with { Evaluability = new Evaluability(EvaluabilityState.NotEvaluable, "no codes", []) })],
        };
        Assert.All(without.Lacking([All]).Indicators, i => Assert.Equal("no codes", i.Evaluability.Reason));
    }

    [Fact]
    public void A_stratum_that_asks_for_missing_entries_parts_nothing()
    {
        var plan = new TestPlan();
        var seen = Terms.On(plan.Latest("FRAIL")).IsPresent();
        var rule = new StratumRule.Table([new StratumRow("frail", new RowLine("frail", seen))]) { Name = "frailty", Title = "Frailty", Source = TestPlan.Source };
        var age = new StratumRule.Supplied("x", ["1"]) { Name = "x", Title = "X", Source = TestPlan.Source };
        var framework = plan.Framework() with { Strata = [new FrameworkStratum(rule, Evaluability.Complete), new FrameworkStratum(age, Evaluability.Complete)] };

        Assert.Equal(["not evaluable", "complete"], framework.Lacking([Codes]).Strata.Select(s => s.Evaluability.Name));
        Assert.Equal(["complete", "complete"], framework.Lacking([Drugs]).Strata.Select(s => s.Evaluability.Name));
    }

    /// <summary>One that asks for codes, one for drugs, one for nothing but the age.</summary>
    private static Framework Framework()
    {
        var plan = new TestPlan();
        var drug = plan.Cluster("STATIN", ClusterClass.Drug);
        var codes = Terms.Achieve(Terms.On(plan.LatestValue("HBA")).IsPresent());
        var drugs = Terms.Achieve(Terms.On(plan.Latest(new EventFilter([drug], null, false, false, []))).IsPresent());
        return plan.Framework(TestPlan.Fraction(codes), TestPlan.Fraction(drugs), TestPlan.Fraction());
    }

    private static string States(Framework framework) => string.Join(' ', framework.Indicators.Select(i => i.Evaluability.Name));
}
