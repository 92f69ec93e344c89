using QofFhir.Core.Rules;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>The <c>strata</c> of a ruleset.</summary>
public sealed class StratumTests
{
    private const string Good = """
        strata:
          frail:
            title: Frail
            groups:
              - { group: frail, when: ["PAT_AGE >= 65", "PAT_AGE < 100"] }
              - others
          area:
            title: Area
            attribute: area-code
            groups: [north, south, not known]

        """;

    [Fact]
    public void A_framework_names_the_strata_that_it_wants()
    {
        var strata = WithStrata("[area, frail]", Good).Framework().Strata;

        Assert.Equal(["area", "frail"], strata.Select(s => s.Rule.Name));
        Assert.Equal(["north", "south", "not known"], strata[0].Rule.Groups);
        Assert.Equal("area-code", Assert.IsType<StratumRule.Supplied>(strata[0].Rule).Attribute);
        var table = Assert.IsType<StratumRule.Table>(strata[1].Rule);
        Assert.Equal(
            ["frail: (PAT_AGE >= 65) and (PAT_AGE < 100)", "others: everyone else"], table.Rows.Select(r => $"{r.Group}: {r.Line.Text}"));
    }

    [Fact]
    public void An_unknown_stratum_is_a_mistake_with_the_one_that_was_meant() =>
        Assert.Contains("unknown stratum fral; did you mean frail?", Assert.Single(WithStrata("[fral]", Good).Mistakes), StringComparison.Ordinal);

    [Theory]
    [InlineData("- { group: a, when: \"PAT_AGE > 1\" }\n      - { group: b, when: \"PAT_AGE > 2\" }", "frail must end in a plain group for everyone who is left")]
    [InlineData("- a\n      - { group: b, when: \"PAT_AGE > 2\" }", "no one reaches this group: the one above takes everyone")]
    [InlineData("- { group: A, when: \"PAT_AGE > 1\" }\n      - a", "there is a group 'a' already")]
    [InlineData("- a", "`groups` is a list of two or more")]
    [InlineData("- { group: a, when: \"NOONE_DAT is present\" }\n      - b", "unknown field NOONE")]
    public void A_stratum_in_which_somebody_has_no_place_is_a_mistake(string groups, string expected) => Assert.Contains(
        expected,
        Assert.Single(Compiled.Check($"strata:\n  frail:\n    title: Frail\n    groups:\n      {groups}\n").Mistakes),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_supplied_has_no_condition() => Assert.Contains(
        "area is supplied: its groups have no condition",
        Assert.Single(Compiled.Check("strata:\n  x:\n    title: X\n    attribute: area\n    groups:\n      - { group: a, when: \"PAT_AGE > 1\" }\n      - b\n").Mistakes),
        StringComparison.Ordinal);

    [Fact]
    public void A_group_that_no_code_can_tell_makes_the_stratum_not_evaluable()
    {
        const string Parts = "fields: { latest: MILD SEVERE }\nstrata:\n  frail:\n    title: Frail\n    groups:\n      - { group: severe, when: \"SEVERE_DAT is present\" }\n      - { group: mild, when: \"MILD_DAT is present\" }\n      - none\n";
        Evaluability Of(Completeness severe) => WithStrata("[frail]", Parts, new() { ["SEVERE_COD"] = severe }).Framework().Strata[0].Evaluability;

        Assert.Equal(EvaluabilityState.Complete, Of(Completeness.Full).State);
        Assert.Equal((EvaluabilityState.Incomplete, "groups lack codes of SEVERE_COD (partly held): a patient may be in the wrong one"), (Of(Completeness.Partial).State, Of(Completeness.Partial).Reason));
        Assert.Equal((EvaluabilityState.NotEvaluable, "no codes held for SEVERE_COD"), (Of(Completeness.None).State, Of(Completeness.None).Reason));
    }

    private static Compiled WithStrata(string strata, string parts, Dictionary<string, Completeness>? held = null)
    {
        var (path, listing) = Compiled.Listing(parts);
        return Compiled.From(
            held ?? [], ("rulesets/T.yaml", Compiled.Head + parts),
            (path, listing.Replace("indicators:", $"strata: {strata}\nindicators:", StringComparison.Ordinal)));
    }
}
