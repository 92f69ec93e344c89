using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class ExplainTests
{
    private readonly TestPlan _plan = new();

    [Theory]
    [InlineData("EX", 1)]
    [InlineData("HBA", 2)]
    [InlineData("PU", 3)]
    [InlineData("DEC", 4)]
    [InlineData("", 4)]
    public void The_walk_ends_at_the_row_that_decided(string code, int rows)
    {
        var practice = code.Length == 0 ? TestPractice.Of() : TestPractice.Of().Event(code, "2026-05-01", 50);
        var explained = Explain(practice);
        Assert.Equal(rows, explained.Rows.Count);
        Assert.All(explained.Rows.SkipLast(1), r => Assert.False(r.Held));
        Assert.Equal(code.Length > 0, explained.Rows[^1].Held);
        Assert.Equal(code.Length > 0 ? explained.Rows[^1].Name : null, explained.Outcome!.Row?.Name);
    }

    [Fact]
    public void Each_line_of_a_row_says_whether_it_held_and_by_which_values_and_sources()
    {
        var explained = Explain(TestPractice.Of().Event("HBA", "2025-05-01", 50, source: "Observation/7"));
        var lines = explained.Rows[1].Lines;
        Assert.Equal([true, false], lines.Select(l => l.Held));
        var value = Assert.Single(lines[0].Fields);
        Assert.Equal((Terms.Day("2025-05-01"), "50"), (value.On!.Value, value.Value));
        Assert.Equal(["Observation/7"], value.Sources);
    }

    [Fact]
    public void What_a_bound_asks_is_shown_behind_the_field_that_it_bounds()
    {
        var diagnosed = _plan.Latest("DIAG");
        var resolved = _plan.Latest("RES", new DateBound(BoundKind.After, Terms.On(diagnosed)));
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(Terms.Not(Terms.On(resolved).IsPresent()))));
        var practice = TestPractice.Of().Event("RES", "2026-01-01").Event("DIAG", "2026-02-01", source: "Condition/2");
        var explained = Qof.Explain(framework, practice.Build(), ServiceDates.Year(Terms.Day("2027-03-31")), 0, "X1");
        Assert.Equal(new DateOnly?[] { null, Terms.Day("2026-02-01") }, explained.Rows[0].Lines[0].Fields.Select(f => f.On));
        Assert.Equal(["Condition/2"], Evidence.Of(explained).Deciding);
    }

    [Theory]
    [InlineData("2026-05-01", "holds")]
    [InlineData("2026-03-31", "does not hold")]
    public void A_named_condition_is_shown_with_its_text_and_whether_it_holds(string tested, string value)
    {
        var test = _plan.Latest("HBA");
        var inYear = new Condition.Named("IN_YEAR", "HBA_DAT >= PPSD", Terms.On(test).Is(Comparison.AtLeast, new DateExpression.Literal(Terms.Day("2026-04-01"))));
        var framework = _plan.Framework(TestPlan.Fraction(Terms.Achieve(Terms.Not(inYear))));
        var explained = Qof.Explain(framework, TestPractice.Of().Event("HBA", tested).Build(), ServiceDates.Year(Terms.Day("2027-03-31")), 0, "X1");
        var shown = explained.Rows[0].Lines[0].Fields;
        Assert.Equal(("IN_YEAR", "HBA_DAT >= PPSD", value), (shown[0].Name, shown[0].Definition, shown[0].Value!));
        Assert.Equal(Terms.Day(tested), shown[1].On);
    }

    [Fact]
    public void The_evidence_is_that_of_the_deciding_row_and_of_the_register()
    {
        var evidence = Evidence.Of(Explain(TestPractice.Of().Event("HBA", "2026-05-01", 50, source: "Observation/7").Event("ANY", "2020-01-01", source: "Condition/1")));
        Assert.Equal(["Condition/1"], evidence.Population);
        Assert.Equal(["Observation/7"], evidence.Deciding);
        Assert.Empty(Evidence.Of(Explain(TestPractice.Of())).Deciding);
    }

    [Fact]
    public void Outside_the_population_the_register_is_walked_and_no_row()
    {
        var register = _plan.Register("R", (false, Terms.Age.Is(Comparison.Less, 17)), (true, Condition.Always.Instance));
        var framework = _plan.Framework(TestPlan.FractionOf([register], Terms.Achieve(Condition.Always.Instance)));
        var explained = Qof.Explain(framework, TestPractice.Of("2020-01-01").Build(), ServiceDates.Year(new DateOnly(2027, 3, 31)), 0, "X1");
        Assert.True(explained.OnList);
        Assert.Null(explained.Outcome);
        Assert.Empty(explained.Rows);
        Assert.False(explained.Registers[0].On);
        Assert.Equal("reject", Assert.Single(explained.Registers[0].Rows).Name);
    }

    [Fact]
    public void Explain_and_evaluate_agree_for_every_patient()
    {
        var framework = Framework();
        var practice = new TestPractice().Patient("a").Event("EX", "2026-05-01").Patient("b").Event("HBA", "2026-05-01", 60).Patient("c").Event("PU", "2026-05-01");
        var records = practice.Build();
        var dates = ServiceDates.Year(new DateOnly(2027, 3, 31));
        var result = Qof.Evaluate(framework, records, dates);
        var clinical = Qof.Clinical(result, records).Single();
        var prompter = new Prompter(framework);
        Assert.Throws<ArgumentException>(() => prompter.Explain(records, 0, dates.AchievementDate, "NOSUCH"));
        Assert.All(result.Indicators[0].Outcomes.Zip(clinical), pair =>
        {
            var explained = Qof.Explain(framework, records, dates, pair.First.Patient, "X1");
            Assert.Equal(pair.First.Outcome, explained.Outcome);
            Assert.Equal(pair.Second, explained.Clinical);
            Assert.Equivalent(explained, prompter.Explain(records, pair.First.Patient, dates.AchievementDate, "X1"));
        });
    }

    private Explanation Explain(TestPractice practice) =>
        Qof.Explain(Framework(), practice.Build(), ServiceDates.Year(new DateOnly(2027, 3, 31)), 0, "X1");

    private QofFhir.Core.Achievement.Framework Framework()
    {
        var (any, hba) = (_plan.Latest("ANY"), _plan.LatestValue("HBA"));
        var register = _plan.Register("ALL", (true, Terms.On(any).IsPresent()), (true, Condition.Always.Instance));
        return _plan.Framework(TestPlan.FractionOf(
            [register],
            Terms.Exclude("EX", Has("EX")),
            Terms.Achieve(Terms.Value(hba).AtMost(58), Terms.On(hba).After(Terms.Pped.Months(-12))),
            Terms.Adjust("PU", AdjustmentReason.Unsuitable, Has("PU")),
            Terms.Adjust("DEC", AdjustmentReason.PatientChoseNotTo, Has("DEC"))));
    }

    private Condition Has(string cluster) => Terms.On(_plan.Latest(cluster)).IsPresent();
}
