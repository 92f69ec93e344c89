using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Definitions.Language;

public sealed class PaymentSectionTests
{
    private const string Ruleset = Compiled.Head + """
        registers: { T_REG: { title: t, rules: [select] } }
        indicators:
          REG1: { title: t, register: T_REG }
          REG2: { title: t, register: T_REG }
        """;

    private const string Head = """
        framework: test
        title: Test year
        country: England
        year: 2026-04-01
        rules: 51.2
        source: list
        rulesets: [T]
        indicators:
          - { id: REG1, title: t, domain: d, group: First, kind: register, points: 4, certainty: { points: found } }
          - { id: REG2, title: t, domain: d, group: First, kind: register, points: 5, certainty: { points: found } }

        """;

    private const string Groups = "groups: [{ group: First, weighted-by: T_REG, certainty: found }]";

    [Fact]
    public void A_framework_may_say_nothing_of_payment() => Assert.Null(Compiled.From(("rulesets/T.yaml", Ruleset), ("frameworks/test.yaml", Head)).Framework().Payment);

    [Fact]
    public void A_payment_is_taken_as_it_stands()
    {
        var compiled = With("""
            point-value: { value: 227.95, certainty: found, source: page 1, doubt: page 2 says 228 }
            average-list: { value: 10349, certainty: recalled }
            list-day: { value: 2027-01-01, certainty: inferred }
            aspiration: { percent: 80, parts: 12, certainty: found }
            groups:
              - { group: First, weighted-by: [T_REG], certainty: confirmed, source: page 3 }
              - { group: Apart, indicators: [REG2], weighted-by: target population, certainty: recalled }
            protected: { indicators: [REG1], certainty: confirmed }
            unsettled: [{ indicators: REG2, why: not known, certainty: found }]
            """);

        Assert.Empty(compiled.Mistakes);
        var payment = compiled.Framework().Payment!;
        Assert.Equal(new Sourced<decimal>(227.95m, Certainty.Found, "page 1") { Doubt = "page 2 says 228" }, payment.PointValue);
        Assert.Equal(new Sourced<decimal>(10_349, Certainty.Recalled, ""), payment.AverageList);
        Assert.Equal(new Sourced<DateOnly>(new DateOnly(2027, 1, 1), Certainty.Inferred, ""), payment.ListDay);
        Assert.Equal(new Aspiration(80, 12), payment.Aspiration!.Value);
        Assert.Null(payment.PrevalenceDay);
        Assert.Equal(
            ["First: REG1 by T_REG", "Apart: REG2 by "],
            payment.Groups.Select(g => $"{g.Name}: {string.Join(",", g.Indicators)} by {string.Join(",", g.Registers)}"));
        Assert.Equal([Weighting.Prevalence, Weighting.TargetPopulation], payment.Groups.Select(g => g.Weighting));
        Assert.Equal(["REG1"], payment.Protected!.Value);
        Assert.Equal("REG2: not known", $"{payment.Unsettled[0].Value.Indicators.Single()}: {payment.Unsettled[0].Value.Why}");
    }

    [Theory]
    [InlineData("groups: [{ group: First, weighted-by: X_REG, certainty: found }]", "test:12:41 test computes no register X_REG; did you mean T_REG?")]
    [InlineData("groups: [{ group: Furst, weighted-by: nothing, certainty: found }]",
        "test:12:3 REG1 has points, and no payment group pays First",
        "test:12:3 REG2 has points, and no payment group pays First",
        "test:12:21 no indicator is left for payment group Furst; did you mean First?")]
    [InlineData("groups: [{ group: First, indicators: [REG1], weighted-by: nothing, certainty: found }]",
        "test:12:3 REG2 has points, and no payment group pays First")]
    [InlineData("groups: [{ group: A, indicators: [REG1, REG2], weighted-by: nothing, certainty: found }, { group: B, indicators: [REG1], weighted-by: nothing, certainty: found }]",
        "test:12:117 REG1 is paid by two groups")]
    [InlineData("groups: [{ group: First, weighted-by: nothing, certainty: found }, { group: First, weighted-by: nothing, certainty: found }]",
        "test:12:79 payment group First is listed twice")]
    [InlineData("groups: [{ group: First, indicators: [REG1, REG2, REG3], weighted-by: nothing, certainty: found }]",
        "test:12:53 test has no indicator REG3; did you mean REG1?")]
    [InlineData("groups: [{ group: First, certainty: found }]",
        "test:12:3 REG1 has points, and no payment group pays First",
        "test:12:3 REG2 has points, and no payment group pays First",
        "test:12:12 a payment group needs `weighted-by`")]
    [InlineData(Groups + "\npoint-value: { value: 0, certainty: found }", "test:13:25 `0` is no number above 0 and up to 1000000")]
    [InlineData(Groups + "\npoint-value: { value: 1 }", "test:13:16 `point-value` needs `certainty`")]
    [InlineData(Groups + "\nlist-day: { value: 1 January, certainty: found }", "test:13:22 `1 January` is no day; write it as 2027-01-01")]
    [InlineData(Groups + "\naspiration: { percent: 101, parts: 1.5, certainty: found }",
        "test:13:26 `101` is no number above 0 and up to 100", "test:13:38 `parts` is a whole number")]
    [InlineData(Groups + "\nprotected: { indicators: [REG9], certainty: found }", "test:13:29 test has no indicator REG9; did you mean REG1?")]
    [InlineData(Groups + "\nminimum: 1",
        "test:13:3 unknown key `minimum` in `payment`; known: point-value, average-list, average-list-day, list-day, prevalence-day, prevalence-list, balance-day, aspiration, groups, protected, unsettled")]
    public void A_wrong_payment_is_told(string payment, params string[] mistakes) => Assert.Equal(mistakes, With(payment).Mistakes);

    private static Compiled With(string payment) => Compiled.From(
        ("rulesets/T.yaml", Ruleset),
        ("frameworks/test.yaml", $"{Head}payment:\n  {payment.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}\n"));
}
