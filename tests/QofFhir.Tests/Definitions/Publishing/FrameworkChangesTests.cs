using QofFhir.Core.Achievement;
using QofFhir.Definitions.Publishing;
using QofFhir.Tests.Definitions.Language;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Definitions.Publishing;

public sealed class FrameworkChangesTests
{
    private const string Ruleset = Compiled.Head + """
        fields:
          latest: DECLINED
          CARE: { versions: { "-50": latest CARE_COD, "51-": "latest CARE_COD, OTHER_COD" } }
        conditions: { IN_YEAR: "CARE_DAT > PPED - 12 months" }
        registers:
          T_REG: { title: t, rules: [{ reject: "PAT_AGE < 6", versions: "-50" }, { reject: "PAT_AGE < 5", versions: "51-" }, select] }
        indicators:
          KEPT1: { title: t, population: T_REG, rules: [{ achieve: "PAT_AGE > 1" }] }
          OLD01: { title: t, population: T_REG, rules: [{ achieve: IN_YEAR }, { adjust: DEC, reason: unsuitable, when: "DECLINED_DAT is present" }] }
          NEW01: { title: t, population: T_REG, rules: [{ achieve: IN_YEAR }, { adjust: DEC, reason: unsuitable, when: "DECLINED_DAT is present" }] }
          GONE1: { title: t, population: everyone, rules: [{ achieve: "PAT_AGE > 2" }] }
          ADD01: { title: t, register: T_REG }
          ROW01:
            title: t
            population: everyone
            rules:
              - { achieve: "PAT_AGE > 3" }
              - { owe: "PAT_AGE > 2", versions: "51-" }
        """;

    [Fact]
    public void Points_thresholds_numbers_rows_and_what_lies_behind_them_are_told()
    {
        var compiled = Compiled.From(
            ("rulesets/T.yaml", Ruleset),
            ("frameworks/a.yaml", Framework("a", 50, Fraction("KEPT1", 5, 40, 90), Fraction("OLD01", 3, 40, 90), Fraction("GONE1", 2, 40, 90), Fraction("ROW01", 1, 40, 90))),
            ("frameworks/b.yaml", Framework("b", 51, Fraction("KEPT1", 6.5m, 40, 95), Fraction("NEW01", 3, 40, 90), Register("ADD01", 4), Fraction("ROW01", 1, 40, 90))));
        Assert.Empty(compiled.Mistakes);

        var changes = FrameworkChanges.Between(compiled.Framework("a"), compiled.Framework("b"));

        const string Before = "reject PAT_AGE < 6; select everyone else";
        const string After = "reject PAT_AGE < 5; select everyone else";
        Assert.Equal(
        [
            new FrameworkChange("GONE1", "removed", "t (fraction, 2 points, 40-90 %)", null),
            new FrameworkChange("KEPT1", "points", "5", "6.5"),
            new FrameworkChange("KEPT1", "thresholds", "40-90 %", "40-95 %"),
            new FrameworkChange("KEPT1", "register T_REG", Before, After),
            new FrameworkChange("NEW01", "renumbered, same rows", "OLD01", "NEW01"),
            new FrameworkChange("NEW01", "field CARE", "latest CARE_COD", "latest CARE_COD, OTHER_COD"),
            new FrameworkChange("NEW01", "register T_REG", Before, After),
            new FrameworkChange("ADD01", "added", null, "t (register, 4 points)"),
            new FrameworkChange("ROW01", "rows in order", "achieve", "achieve, owe"),
            new FrameworkChange("ROW01", "row owe", null, "PAT_AGE > 2"),
        ], changes);
    }

    [Fact]
    public void A_framework_does_not_differ_from_itself()
    {
        Assert.All(Rulebook.FrameworkIds, id => Assert.Empty(FrameworkChanges.Between(Loaded(id), Loaded(id))));

        static Framework Loaded(string id) => Rulebook.Library.Framework(id);
    }

    [Fact]
    public void Strata_that_came_went_or_have_other_groups_are_told()
    {
        var compiled = Compiled.From(
            ("rulesets/T.yaml", Ruleset + """

                strata:
                  age:
                    versions:
                      "-50": { title: t, groups: [{ group: young, when: "PAT_AGE < 40" }, old] }
                      "51-": { title: t, groups: [{ group: young, when: "PAT_AGE < 50" }, old] }
                  sex: { title: t, groups: [{ group: female, when: "PAT_SEX = female" }, others] }
                  fifth: { title: t, attribute: fifth, groups: ["1", "2", not known] }
                """),
            ("frameworks/a.yaml", Framework("a", 50, Fraction("KEPT1", 5, 40, 90)).Replace("indicators:", "strata: [age, sex]\nindicators:", StringComparison.Ordinal)),
            ("frameworks/b.yaml", Framework("b", 51, Fraction("KEPT1", 5, 40, 90)).Replace("indicators:", "strata: [age, fifth]\nindicators:", StringComparison.Ordinal)));
        Assert.Empty(compiled.Mistakes);

        Assert.Equal(
        [
            new FrameworkChange("stratum age", "groups", "young: PAT_AGE < 40; old: everyone else", "young: PAT_AGE < 50; old: everyone else"),
            new FrameworkChange("stratum sex", "removed", "female: PAT_SEX = female; others: everyone else", null),
            new FrameworkChange("stratum fifth", "added", null, "1; 2; not known"),
        ], FrameworkChanges.Between(compiled.Framework("a"), compiled.Framework("b")).Where(c => c.Indicator.StartsWith("stratum ", StringComparison.Ordinal)));
    }

    private static string Framework(string id, int rules, params string[] entries) =>
        $"framework: {id}\ntitle: t\ncountry: England\nyear: 2026-04-01\nrules: {rules}\nsource: list\nrulesets: [T]\nindicators:\n{string.Concat(entries)}";

    private static string Fraction(string id, decimal points, int lower, int upper) => FormattableString.Invariant(
        $"  - {{ id: {id}, title: t, domain: d, group: g, kind: fraction, points: {points}, lower: {lower}, upper: {upper}, certainty: {{ points: found, thresholds: found }} }}\n");

    private static string Register(string id, decimal points) => FormattableString.Invariant(
        $"  - {{ id: {id}, title: t, domain: d, group: g, kind: register, points: {points}, certainty: {{ points: found }} }}\n");
}
