using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core;

/// <summary>Indicators about those who died, beside what else is asked of the same records.</summary>
public sealed class DeathTests
{
    [Fact]
    public void The_list_counts_the_living_only()
    {
        var result = Evaluate();

        Assert.Equal(1, result.ListSize);
        Assert.Equal(2, result.Indicators[0].Counts!.Population);
    }

    [Fact]
    public void To_the_dead_nothing_is_due()
    {
        var states = Qof.Clinical(Evaluate(), Practice()).First();

        Assert.All(states, s => Assert.Equal(ClinicallyDue.NotApplicable, s.Due));
    }

    [Fact]
    public void A_walk_ends_at_the_day_of_death()
    {
        var explained = Qof.Explain(EndOfLife, Practice(), ServiceDates.Year(Terms.Day("2026-11-30")), Practice().Find("cared")!.Value, "EOLREG");

        Assert.Equal((true, "achieved"), (explained.OnList, explained.Outcome!.Name));
        Assert.False(Qof.Explain(EndOfLife, Practice(), ServiceDates.Year(Terms.Day("2026-11-30")), Practice().Find("living")!.Value, "EOLREG").OnList);
    }

    [Fact]
    public void The_dead_are_parted_by_their_age_at_death()
    {
        var result = Qof.Stratify(Evaluate(), Practice(), [.. EndOfLife.Strata.Where(s => s.Rule.Name == "age-band")]);
        var groups = result.Indicators[0].Strata.Single().Groups.Where(g => g.Counts.Population > 0).Select(g => $"{g.Group} {g.Counts.Population}");

        Assert.Equal(["65 to 79 1", "80 and over 1"], groups);
    }

    [Fact]
    public void Who_died_without_care_is_told_with_what_is_lacking()
    {
        var risk = Assert.Single(Qof.AtRisk(Evaluate(), Practice()), r => r.Measure == "EOLREG");

        Assert.Equal("alone", Practice().Patient(risk.Patient).Id);
        Assert.Equal("in PALCARE_REG", risk.Lacking.Single().Text);
    }

    [Fact]
    public void Nobody_is_prompted_for_the_dead()
    {
        var prompts = Qof.Prompts(EndOfLife, Practice(), Practice().Find("living")!.Value, Terms.Day("2026-11-30"));

        Assert.True(prompts.OnList);
        Assert.Empty(prompts.Prompts);
    }

    private static Framework EndOfLife => Rulebook.Framework("qi-end-of-life");

    private static PracticeResult Evaluate() => Qof.Evaluate(EndOfLife, Practice(), ServiceDates.Year(Terms.Day("2026-11-30")));

    private static QofFhir.Core.Records.PracticeRecords Practice() => SpecPractice.Build(EndOfLife.Plan, SpecTable.Of("qi-end-of-life", "2026-11-30", """
        patient | born       | died       | events                                    | EOLREG
        living  | 1940-01-01 |            | PALCARE 2020-01-01                        | -
        cared   | 1946-11-30 | 2026-06-01 | PALCARE 2026-05-01, PALCARENI 2026-06-02  | achieved
        alone   | 1946-01-01 | 2026-06-01 |                                           | outstanding
        """).Patients);
}
