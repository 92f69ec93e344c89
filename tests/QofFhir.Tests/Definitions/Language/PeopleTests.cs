using QofFhir.Core.Rules;
using QofFhir.Definitions.Publishing;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Definitions.Language;

/// <summary><c>people</c>: whom an indicator is about.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("died in 12 months", null)]
    [InlineData("died in 1 months", null)]
    [InlineData("died in 120 months", null)]
    [InlineData("died in 0 months", "died in 0 months")]
    [InlineData("died in 121 months", "died in 121 months")]
    [InlineData("died in a year", "died in a year")]
    [InlineData("died  in 12 months", "died  in 12 months")]
    [InlineData("everyone", "everyone")]
    public void Those_who_died_are_asked_for_in_one_way(string people, string? wrong) => Assert.Equal(
        wrong is null ? [] : [$"T:6:13 `{wrong}` names no people; write died in 12 months, or leave `people` out for those on the list"],
        Mistakes($"    people: {people}\n    population: everyone\n    rules: [ {{ achieve: PAT_AGE > 1 }} ]\n"));

    [Fact]
    public void A_register_can_be_counted_among_the_dead() =>
        Assert.Empty(Mistakes("    people: died in 12 months\n    register: T_REG\n", "registers:\n  T_REG: { title: t, rules: [ { select: PAT_AGE > 1 }, reject ] }\n"));

    [Fact]
    public void An_attestation_is_about_nobody() =>
        Assert.Equal(["T:6:5 unknown key `people` in an indicator; known: title, attest, source"], Mistakes("    people: died in 12 months\n    attest: Done?\n"));

    [Fact]
    public void Without_the_key_it_is_who_is_on_the_list()
    {
        var plan = Rulebook.Framework("qof-england-2026-27").Plan;

        Assert.All(plan.Indicators, i => Assert.Equal(People.OnList, i.People));
        Assert.All(Rulebook.Framework("qi-end-of-life").Plan.Indicators, i => Assert.Equal(new People(12), i.People));
    }

    [Fact]
    public void What_is_about_the_dead_is_not_published_as_logic_about_the_living()
    {
        var (living, dead) = (Rulebook.Framework("qi-prescribing-safety"), Rulebook.Framework("qi-end-of-life"));

        Assert.Contains("NSAID65", CqlPublication.Of(living, [living]).Select(l => l.Indicator));
        Assert.Equal([null], CqlPublication.Of(dead, [dead]).Select(l => l.Indicator));
    }

    private static IReadOnlyList<string> Mistakes(string indicator, string registers = "") => Compiled.From((
        "rulesets/T.yaml",
        "ruleset: T\ntitle: t\nsource: { document: d, evidence: found }\nindicators:\n  T001:\n" + indicator + "    title: t\n" + registers)).Mistakes;
}
