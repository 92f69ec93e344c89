using QofFhir.Core.Rules;

namespace QofFhir.Tests.Definitions.Language;

public sealed class EvaluabilityTests
{
    private const string Parts = """
        fields:
          earliest: DM INVITE
          latest: MILD HOME CLINIC STOP
          DMRES: latest DMRES_COD after DM_DAT
          JAB: latest V1_COD, V2_COD, V3_COD, V4_COD, V5_COD, V6_COD
          BOUND: latest B_COD after STOP_DAT
          ANYFRAIL: latest MILD_COD, SEV_COD
          SEV: latest SEV_COD
        registers:
          DM_REG: { title: t, rules: [{ reject: DM_DAT is absent or DMRES_DAT is present }, select] }
          SEL_REG: { title: t, rules: [{ select: not (DM_DAT is absent or DMRES_DAT is present) }, reject] }
          TWO_REG: { title: t, rules: [{ select: DM_DAT is present or HOME_DAT is present }, reject] }
        indicators:
          T001:
            title: t
            population: DM_REG
            rules:
              - { exclude: E, when: "MILD_DAT is present" }
              - { achieve: "JAB_DAT > PPED - 12 months" }
              - { owe: "STOP_DAT is present" }
              - { adjust: A, reason: did-not-respond, when: "INVITE_DAT is present" }
          T002: { title: t, population: everyone, rules: [{ achieve: CLINIC_DAT is present }, { achieve: HOME_DAT is present }] }
          T003: { title: t, population: everyone, rules: [{ achieve: [CLINIC_DAT is present, HOME_DAT is present] }] }
          T004: { title: t, population: everyone, rules: [{ achieve: "later of (CLINIC_DAT, HOME_DAT) > PPED - 1 year" }] }
          T005: { title: t, population: SEL_REG, rules: [{ achieve: PAT_AGE > 1 }] }
          T006: { title: t, population: TWO_REG, rules: [{ achieve: PAT_AGE > 1 }] }
          T007: { title: t, population: [DM_REG, TWO_REG], rules: [{ achieve: PAT_AGE > 1 }] }
          T008: { title: t, population: everyone, rules: [{ achieve: BOUND_DAT is present }] }
          T009: { title: t, population: everyone, rules: [{ exclude: E, when: not (MILD_DAT is present) }, { achieve: PAT_AGE > 1 }] }
          T011: { title: t, population: everyone, rules: [{ exclude: E, when: SEV_DAT = ANYFRAIL_DAT }, { achieve: PAT_AGE > 1 }, { adjust: A, reason: did-not-respond, when: INVITE_DAT > HOME_DAT }] }
          T010: { title: t, population: everyone, rules: [{ achieve: number of (CLINIC_DAT is present; HOME_DAT is present) >= 1 }] }
        """;

    [Theory]
    [InlineData("T001", "", "complete", null)]
    // One missing resolved cluster: the register cannot be told.
    [InlineData("T001", "DMRES none", "not evaluable", "no codes held for DMRES_COD")]
    [InlineData("T001", "DM partial", "incomplete", "register rows lack codes of DM_COD (partly held): population may be wrong")]
    [InlineData("T001", "INVITE none", "incomplete", "adjust rows lack codes of INVITE_COD (none held): denominator may be too large")]
    [InlineData("T001", "INVITE none, MILD partial", "incomplete",
        "exclude and adjust rows lack codes of MILD_COD (partly held), INVITE_COD (none held): denominator may be too large")]
    [InlineData("T001", "V3 none", "incomplete", "achieve rows lack codes of V3_COD (none held): numerator may be too small")]
    [InlineData("T001", "V1 none, V2 none, V3 none, V4 none, V5 none, V6 none", "not evaluable",
        "no codes held for V1_COD, V2_COD, V3_COD, V4_COD, V5_COD, V6_COD")]
    [InlineData("T001", "STOP none", "incomplete", "owe rows lack codes of STOP_COD (none held): outcome may be wrong either way")]
    [InlineData("T001", "MILD none, V1 partial", "incomplete",
        "exclude rows lack codes of MILD_COD (none held): denominator may be too large; achieve rows lack codes of V1_COD (partly held): numerator may be too small")]
    // Several achieve rows are an "or"; several lines of one are an "and".
    [InlineData("T002", "HOME none", "incomplete", "achieve rows lack codes of HOME_COD (none held): numerator may be too small")]
    [InlineData("T002", "HOME none, CLINIC none", "not evaluable", "no codes held for CLINIC_COD, HOME_COD")]
    [InlineData("T003", "HOME none", "not evaluable", "no codes held for HOME_COD")]
    [InlineData("T004", "HOME none", "incomplete", "achieve rows lack codes of HOME_COD (none held): numerator may be too small")]
    [InlineData("T010", "HOME none", "incomplete", "achieve rows lack codes of HOME_COD (none held): numerator may be too small")]
    // A register that selects "not (absent or resolved)" needs as much as one that rejects it.
    [InlineData("T005", "DMRES none", "not evaluable", "no codes held for DMRES_COD")]
    [InlineData("T006", "HOME none", "incomplete", "register rows lack codes of HOME_COD (none held): population may be wrong")]
    [InlineData("T007", "DMRES none", "incomplete", "register rows lack codes of DMRES_COD (none held): population may be wrong")]
    // A bound counts as much as what it bounds.
    [InlineData("T008", "STOP none", "not evaluable", "no codes held for STOP_COD")]
    [InlineData("T009", "MILD partial", "incomplete", "exclude rows lack codes of MILD_COD (partly held): outcome may be wrong either way")]
    // Two fields beside each other: without the mild codes the severe one is always the latest, so too many are excluded.
    [InlineData("T011", "MILD none", "incomplete", "exclude rows lack codes of MILD_COD (none held): outcome may be wrong either way")]
    [InlineData("T011", "MILD partial", "incomplete", "exclude rows lack codes of MILD_COD (partly held): outcome may be wrong either way")]
    [InlineData("T011", "HOME partial", "incomplete", "adjust rows lack codes of HOME_COD (partly held): outcome may be wrong either way")]
    // A field without any code is always absent, and its comparison never holds.
    [InlineData("T011", "INVITE none", "incomplete", "adjust rows lack codes of INVITE_COD (none held): denominator may be too large")]
    public void What_is_missing_decides(string indicator, string held, string state, string? reason)
    {
        var compiled = Compiled.Ruleset(Parts, held: Held(held));

        Assert.Empty(compiled.Mistakes);
        var evaluability = compiled.Evaluability(indicator);
        Assert.Equal(state, evaluability.Name);
        Assert.Equal(reason, evaluability.Reason);
    }

    [Fact]
    public void Every_shortfall_has_its_role_and_effect()
    {
        var shortfalls = Compiled.Ruleset(Parts, held: Held("DM partial, MILD none, V1 partial, INVITE none, STOP partial"))
            .Evaluability().Shortfalls;

        Assert.Equal(
        [
            new ClusterShortfall("DM_COD", Completeness.Partial, ClusterRole.Population, GapEffect.PopulationUncertain),
            new ClusterShortfall("MILD_COD", Completeness.None, ClusterRole.Exclude, GapEffect.DenominatorTooLarge),
            new ClusterShortfall("V1_COD", Completeness.Partial, ClusterRole.Achieve, GapEffect.NumeratorTooSmall),
            new ClusterShortfall("INVITE_COD", Completeness.None, ClusterRole.Adjust, GapEffect.DenominatorTooLarge),
            new ClusterShortfall("STOP_COD", Completeness.Partial, ClusterRole.Owe, GapEffect.OutcomeUncertain),
        ], shortfalls);
    }

    private static Dictionary<string, Completeness> Held(string text) => text
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(t => t.Split(' '))
        .ToDictionary(t => t[0] + "_COD", t => Enum.Parse<Completeness>(t[1], ignoreCase: true));
}
