using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Tests.Core;

namespace QofFhir.Tests.Definitions.Language;

public sealed class FrameworkTests
{
    private const string Ruleset = Compiled.Head + """
        registers: { T_REG: { title: t, rules: [select] } }
        indicators:
          REG1: { title: t, register: T_REG }
          FRA1: { title: t, population: T_REG, rules: [{ achieve: PAT_AGE > 1 }] }
          ATT1: { title: t, attest: Done? }
        """;

    private const string Head = "framework: test\ntitle: Test year\ncountry: England\nyear: 2026-04-01\nrules: 51.2\nsource: list\nrulesets: [T]\nindicators:\n";

    [Fact]
    public void An_entry_is_taken_as_it_stands()
    {
        var compiled = With("""
              - { id: FRA1, title: Fraction, domain: Clinical, group: Test, kind: fraction, points: 12.5, lower: 40, upper: 95, certainty: { points: found, thresholds: recalled }, source: page 3 }
              - { id: REG1, title: Register, domain: Clinical, group: Test, kind: register, points: 4, certainty: { points: confirmed } }
            """);

        Assert.Empty(compiled.Mistakes);
        var framework = compiled.Framework();
        Assert.Equal(
            ("test", "Test year", new DateOnly(2026, 4, 1), "51.2", 16.5m),
            (framework.Id, framework.Title, framework.YearStart, framework.Rules, framework.Points));
        var (fraction, register) = (framework.Indicators[0], framework.Indicators[1]);
        Assert.Equal(
            new FrameworkIndicator(
                "FRA1", "Fraction", "Clinical", "Test", IndicatorKind.Fraction, 12.5m, 40, 95, Certainty.Found, Certainty.Recalled,
                "page 3", 0, Evaluability.Complete)
            {
                RulesCertainty = Certainty.Found,
            },
            fraction);
        Assert.Equal((null, null, null, "list"), (register.Lower, register.Upper, register.ThresholdCertainty, register.Source));
        Assert.IsType<IndicatorRule.Register>(framework.Plan.Indicators[register.Rule!.Value]);
    }

    [Fact]
    public void A_register_that_is_kept_stands_outside_every_count_and_sum()
    {
        var compiled = Keeping("T_REG");

        Assert.Empty(compiled.Mistakes);
        var framework = compiled.Framework();
        Assert.Equal((1, 4m), (framework.Indicators.Count, framework.Points));
        var kept = Assert.Single(framework.Registers);
        Assert.Equal(("T_REG", IndicatorKind.Register, 0m, false), (kept.Id, kept.Kind, kept.Points, kept.Paid));
        var result = Qof.Evaluate(framework, TestPractice.Of().Build(), ServiceDates.Year(new DateOnly(2027, 3, 31))).Reported;
        Assert.Equal([(1, 4m), (1, (decimal?)null)], result.Select(i => (i.Counts!.Population, i.Points)));
    }

    [Fact]
    public void An_unknown_register_cannot_be_kept() => Assert.Equal(["test:8:13 unknown register X_REG; did you mean T_REG?"], Keeping("X_REG").Mistakes);

    [Fact]
    public void An_indicator_without_rules_is_not_evaluable_and_an_attestation_always_is()
    {
        var compiled = With("""
              - { id: XYZ001, title: t, domain: d, group: g, kind: fraction, points: 1, lower: 40, upper: 90, certainty: { points: found, thresholds: found } }
              - { id: QI001, title: t, domain: d, group: g, kind: attestation, points: 27, certainty: { points: found } }
              - { id: ATT1, title: t, domain: d, group: g, kind: attestation, points: 27, certainty: { points: found } }
            """);

        Assert.Empty(compiled.Mistakes);
        var indicators = compiled.Framework().Indicators;
        Assert.Equal([Evaluability.NoRules, Evaluability.Complete, Evaluability.Complete], indicators.Select(i => i.Evaluability));
        Assert.Equal([null, null, 0], indicators.Select(i => i.Rule));
    }

    [Theory]
    [InlineData("{ id: REG1, title: t, domain: d, group: g, kind: fraction, points: 1, lower: 4, upper: 9, certainty: { points: found, thresholds: found } }",
        "test:9:11 REG1 is of kind fraction here and of kind register in rulesets/T.yaml")]
    [InlineData("{ id: REG1, title: t, domain: d, group: g, kind: registers, points: 1, certainty: { points: found } }",
        "test:9:54 `registers` is none of register, fraction, attestation")]
    [InlineData("{ id: REG1, title: t, domain: d, group: g, kind: register, points: -1, certainty: { points: found } }",
        "test:9:72 points are 0 or more")]
    [InlineData("{ id: REG1, title: t, domain: d, group: g, kind: register, points: few, certainty: { points: found } }",
        "test:9:72 `few` is no number")]
    [InlineData("{ id: REG1, title: t, domain: d, group: g, kind: register, points: 1, lower: 40, certainty: { points: found } }",
        "test:9:82 only a fraction has thresholds, not a register")]
    [InlineData("{ id: REG1, title: t, domain: d, group: g, kind: register, points: 1, certainty: { points: sure } }",
        "test:9:96 `sure` is none of found, confirmed, inferred, recalled")]
    [InlineData("{ id: FRA1, title: t, domain: d, group: g, kind: fraction, points: 1, lower: 90, upper: 90, certainty: { points: found, thresholds: found } }",
        "test:9:82 thresholds are percentages, the lower one below the upper one")]
    [InlineData("{ id: FRA1, title: t, domain: d, group: g, kind: fraction, points: 1, lower: 90, certainty: { points: found, thresholds: found } }",
        "test:9:5 an indicator needs `upper`")]
    [InlineData("{ id: FRA1, title: t, domain: d, group: g, kind: fraction, points: 1, lower: 40, upper: 90, certainty: { points: found } }",
        "test:9:108 `certainty` needs `thresholds`")]
    [InlineData("{ title: t }", "test:9:5 an indicator needs `id`")]
    [InlineData("{ id: REG1, id: REG1, title: t, domain: d, group: g, kind: register, points: 1, certainty: { points: found } }",
        "test:9:17 `id` stands here twice, first in line 9")]
    public void A_wrong_entry_is_told(string entry, string expected) =>
        Assert.Equal([expected], With($"  - {entry}\n").Mistakes);

    [Fact]
    public void An_indicator_listed_twice_is_a_mistake() =>
        Assert.Equal(["test:10:11 REG1 is listed twice, first in line 9"], With("""
              - { id: REG1, title: t, domain: d, group: g, kind: register, points: 1, certainty: { points: found } }
              - { id: REG1, title: t, domain: d, group: g, kind: register, points: 1, certainty: { points: found } }
            """).Mistakes);

    [Fact]
    public void The_head_is_checked_too() =>
        Assert.Equal(
        [
            "test:1:1 a framework needs `country`",
            "test:1:1 a framework needs `indicators`",
            "test:1:1 a framework needs `source`",
            "test:1:12 the framework is called as its file: test",
            "test:3:7 `2026-01-01` is no first day of a service year; write it as 2026-04-01",
            "test:4:8 `v51` is no version of the business rules; write it as 51 or 51.2",
            "test:5:12 unknown ruleset U",
        ],
            Compiled.From(
                ("rulesets/T.yaml", Ruleset),
                ("frameworks/test.yaml", "framework: other\ntitle: t\nyear: 2026-01-01\nrules: v51\nrulesets: [U]\n")).Mistakes);

    private static Compiled Keeping(string register) => Compiled.From(
        ("rulesets/T.yaml", Ruleset),
        ("frameworks/test.yaml", Head.Replace("indicators:", $"registers: [{register}]\nindicators:", StringComparison.Ordinal)
            + "  - { id: REG1, title: t, domain: d, group: g, kind: register, points: 4, certainty: { points: found } }\n"));

    private static Compiled With(string entries) => Compiled.From(("rulesets/T.yaml", Ruleset), ("frameworks/test.yaml", Head + entries));
}
