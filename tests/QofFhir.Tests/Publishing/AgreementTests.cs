using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Publishing;

/// <summary>An engine that nobody here wrote runs our published definitions and comes to our verdicts; where ours are bent on purpose, it does not.</summary>
public sealed partial class AgreementTests(Publication publication) : IClassFixture<Publication>
{
    [Fact]
    public void Every_population_of_every_patient_is_the_same()
    {
        var (exit, output) = publication.Compare(publication.Framework, "--sample", "60");

        Assert.True(exit == 0, output);
        Assert.EndsWith(" 0 disagreements\n", output, StringComparison.Ordinal);
        Assert.Equal(publication.Framework.Indicators.Count(i => i.Kind != IndicatorKind.Attestation), Measures().Count(output));

        // Chance fills nearly every population.
        Assert.True(Measures().Matches(output).Count(m => m.Groups[1].Value != "0") >= 20, output);
    }

    [Theory]
    [InlineData("CHD007", "p9001")]
    [InlineData("EV002", "p9002")]
    [InlineData("CHOL004", "p9003")]
    public void A_row_broken_on_purpose_is_seen(string indicator, string patient)
    {
        var rule = (IndicatorRule.Fraction)publication.Framework.Plan.Indicators.Single(i => i.Id == indicator);
        var broken = Broken(rule);
        var plan = publication.Framework.Plan;
        var (exit, output) = publication.Compare(publication.Framework with
        {
            Plan = plan with { Indicators = [.. plan.Indicators.Select(i => i == rule ? broken : i)] },
        }, "--indicator", indicator);

        Assert.Equal(1, exit);
        Assert.Matches($@"(?m)^{indicator} {patient}\n  ours    .*\n  engine  ", output);
    }

    /// <summary>A boundary day taken in, a threshold moved by one, an adjustment above the achievement.</summary>
    private static IndicatorRule.Fraction Broken(IndicatorRule.Fraction rule) => rule.Id switch
    {
        "CHD007" => rule with { Rows = [rule.Rows[0] with { Lines = [Bent(rule.Rows[0].Lines[0])] }, .. rule.Rows.Skip(1)] },
        "EV002" => rule with { Rows = [rule.Rows[0], rule.Rows[1] with { Lines = [.. rule.Rows[1].Lines.Select(Bent)] }, .. rule.Rows.Skip(2)] },
        _ => rule with { Rows = [rule.Rows[^1], .. rule.Rows.SkipLast(1)] },
    };

    private static RowLine Bent(RowLine line) => line with
    {
        Condition = line.Condition switch
        {
            Condition.Dates { Comparison: Comparison.AtLeast } dates => dates with { Comparison = Comparison.Greater },
            Condition.Numbers { Comparison: Comparison.AtMost } numbers => numbers with { Comparison = Comparison.Less },
            var other => other,
        },
    };

    [GeneratedRegex(@"(?m)^[A-Z]+\d{3} +\d+ +(\d+) +[\d.]+ +\d+$")]
    private static partial Regex Measures();
}
