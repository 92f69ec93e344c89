using QofFhir.Definitions.Versions;

namespace QofFhir.Tests.Definitions.Language;

public sealed class VersionTests
{
    private const string Variants = """
        fields:
          A:
            versions:
              "-50": latest OLD_COD
              "51-51.1": latest NEW_COD
              "51.2-": latest NEWEST_COD
        indicators:
          T001: { title: t, population: everyone, rules: [{ achieve: A_DAT is present }] }
        """;

    [Theory]
    [InlineData("-43", "0", true)]
    [InlineData("-43", "43", true)]
    [InlineData("-43", "43.9", true)]
    [InlineData("-43", "44", false)]
    [InlineData("44-50", "43.9", false)]
    [InlineData("44-50", "44", true)]
    [InlineData("44-50", "50.3", true)]
    [InlineData("44-50", "51", false)]
    [InlineData("51.2-", "51.1", false)]
    [InlineData("51.2-", "51.2", true)]
    [InlineData("51.2-", "60", true)]
    [InlineData("50", "50", true)]
    [InlineData("50", "50.7", true)]
    [InlineData("50", "49.9", false)]
    [InlineData("50.1", "50", false)]
    [InlineData("50.1", "50.1", true)]
    [InlineData("50.1", "50.2", false)]
    public void A_range_has_both_ends_inside(string range, string version, bool covered) =>
        Assert.Equal(covered, VersionRange.Parse(range)!.Value.Covers(RulesVersion.Parse(version)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--50")]
    [InlineData("50-44")]
    [InlineData("44-50-51")]
    [InlineData("v50")]
    [InlineData("50.1.2")]
    [InlineData("44 - 50")]
    public void What_is_no_range_is_refused(string text) => Assert.Null(VersionRange.Parse(text));

    [Theory]
    [InlineData("42", "OLD_COD")]
    [InlineData("50", "OLD_COD")]
    [InlineData("50.9", "OLD_COD")]
    [InlineData("51", "NEW_COD")]
    [InlineData("51.1", "NEW_COD")]
    [InlineData("51.2", "NEWEST_COD")]
    [InlineData("52", "NEWEST_COD")]
    public void A_framework_takes_the_variant_of_its_version(string rules, string cluster)
    {
        var compiled = Compiled.Ruleset(Variants, rules);

        Assert.Empty(compiled.Mistakes);
        Assert.Equal([cluster], compiled.Plan.Clusters.Select(c => c.Name));
    }

    [Theory]
    [InlineData("-50", "50-", "two variants hold for rules 50")]
    [InlineData("-50", "51.2-", "no variant holds for rules 51, between this one and the one before")]
    [InlineData("-50.1", "51-", "no variant holds for rules 50.2, between this one and the one before")]
    [InlineData("-", "51-", null)]
    public void Overlaps_and_gaps_are_mistakes(string first, string second, string? expected)
    {
        var compiled = Compiled.Check($$"""
            conditions:
              A:
                versions:
                  "{{first}}": PAT_AGE > 1
                  "{{second}}": PAT_AGE > 2
            """);

        Assert.Equal([expected is null
            ? "T:7:7 `-` is no range of versions; write -43, 44-50, 51.2- or 50"
            : $"T:8:7 {expected}"], compiled.Mistakes);
    }

    [Fact]
    public void A_missing_variant_is_a_mistake_only_for_a_framework_that_needs_it()
    {
        const string parts = """
            registers:
              T_REG: { title: t, versions: { "-45": { rules: [select] }, "46-50": { rules: [reject] } } }
            indicators:
              T001: { title: t, population: T_REG, rules: [{ achieve: PAT_AGE > 1 }] }
            """;

        Assert.Empty(Compiled.Check(parts).Mistakes);
        Assert.Empty(Compiled.Ruleset(parts, "50.3").Mistakes);
        Assert.Equal(
            ["T:7:33 T_REG has no variant for rules 51, which test uses"],
            Compiled.Ruleset(parts, "51").Mistakes);
    }

    [Fact]
    public void A_variant_that_no_framework_uses_is_checked_all_the_same() =>
        Assert.Equal(
            ["T:5:27 unknown field A"],
            Compiled.Ruleset("""
                conditions:
                  C: { versions: { "-43": A_DAT is present, "44-": PAT_AGE > 1 } }
                indicators:
                  T001: { title: t, population: everyone, rules: [{ achieve: C }] }
                """).Mistakes);

    [Fact]
    public void A_row_may_hold_for_some_versions()
    {
        const string parts = """
            registers:
              T_REG:
                title: t
                rules:
                  - { reject: "PAT_AGE < 6", versions: "44-50" }
                  - { reject: "PAT_AGE < 5", versions: "51-" }
                  - select
            indicators:
              T001: { title: t, population: T_REG, rules: [{ exclude: A, when: PAT_AGE > 90, versions: "-50" }, { achieve: PAT_AGE > 1 }] }
            """;

        Assert.Equal("PAT_AGE < 6, everyone else / A, achieve", Rows("50"));
        Assert.Equal("PAT_AGE < 5, everyone else / achieve", Rows("51"));
        Assert.Equal("everyone else / A, achieve", Rows("43"));

        string Rows(string rules)
        {
            var compiled = Compiled.Ruleset(parts, rules);
            Assert.Empty(compiled.Mistakes);
            return string.Join(", ", compiled.Plan.Registers[0].Rows.Select(r => r.Line.Text)) + " / "
                + string.Join(", ", compiled.Fraction().Rows.Select(r => r.Name));
        }
    }

    [Fact]
    public void Rows_with_versions_leave_no_empty_table() =>
        Assert.Equal(
            ["T:5:3 T001 has no `achieve` row: no row holds for rules 0"],
            Compiled.Check("""
                indicators:
                  T001: { title: t, population: everyone, rules: [{ achieve: PAT_AGE > 1, versions: "44-" }] }
                """).Mistakes);

    [Fact]
    public void Title_and_source_may_stand_beside_versions_and_nothing_else() =>
        Assert.Equal(
            ["T:5:22 `rules` cannot stand beside `versions`: write it in each variant"],
            Compiled.Check("""
                registers:
                  T_REG: { title: t, rules: [select], versions: { "-45": { rules: [select] } } }
                """).Mistakes);
}
