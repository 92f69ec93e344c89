using System.Text.RegularExpressions;

namespace QofFhir.Tests.Publishing;

/// <summary>Indicators written in CQL by hand, from what is known of the business rules and not from our rulesets, come to our verdicts.</summary>
public sealed partial class ByHandTests(ByHand byHand) : IClassFixture<ByHand>
{
    public static TheoryData<string, string, string> Indicators => new()
    {
        { "qof-england-2019-20", "2020-03-31", "AF001 CHD007 DEP003 HYP003" },
        { "qof-england-2024-25", "2025-02-28", "AST007 CAN004 COPD015 CS005 DM014 SMOK002 VI001" },
        { "qof-england-2025-26", "2026-03-31", "BP002 CHD015 CHOL004" },
        { "qof-england-2026-27", "2027-01-31", "DM020" },
    };

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_rulesets_say_what_the_business_rules_say(string framework, string achievementDate, string indicators)
    {
        var (exit, output) = byHand.Compare(framework, achievementDate, indicators.Split(' '));

        Assert.True(exit == 0, output);
        Assert.EndsWith(" 0 disagreements\n", output, StringComparison.Ordinal);
        Assert.Equal(indicators.Split(' '), Measures().Matches(output).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Measures().Matches(output), m => m.Groups[2].Value == "0");
    }

    [Fact]
    public void A_threshold_that_is_read_differently_is_seen()
    {
        var (exit, output) = byHand.Compare(
            "qof-england-2019-20", "2020-03-31", ["HYP003"], elm => elm.Replace("\"value\":\"140\"", "\"value\":\"139\"", StringComparison.Ordinal));

        Assert.Equal(1, exit);
        Assert.Matches(@"(?m)^HYP003 \S+\n  ours    .*numerator.*\n  engine  ", output);
    }

    [Fact]
    public void Every_definition_written_by_hand_is_tried() => Assert.Equal(
        ByHand.Texts.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Indicators.SelectMany(row => ((string)row[2]).Split(' ')).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?m)^([A-Z]+\d{3}) +\d+ +(\d+) +[\d.]+ +\d+$")]
    private static partial Regex Measures();
}
