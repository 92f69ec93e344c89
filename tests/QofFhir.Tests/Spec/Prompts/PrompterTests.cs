using QofFhir.Core.Achievement;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Tests.Definitions.Language;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Who is asked, when, and by how many at once; and what is said where codes are missing.</summary>
public sealed class PrompterTests
{
    private const string Rules = """
        fields:
          latest: DM TEST PU SICK
        registers:
          DM_REG:
            title: Diabetes
            rules:
              - { select: "DM_DAT is present" }
              - reject
        indicators:
          T001:
            title: Tested in the year
            population: DM_REG
            rules:
              - { exclude: SICK, when: "SICK_DAT is present" }
              - { achieve: "TEST_DAT > PPED - 12 months" }
              - { adjust: PU, reason: unsuitable, when: "PU_DAT > PPED - 12 months" }
        """;

    [Theory]
    [InlineData("TEST_COD", Completeness.None, PromptState.NotEvaluated, PromptState.NotInPopulation)]
    [InlineData("DM_COD", Completeness.None, PromptState.NotEvaluated, PromptState.NotEvaluated)]
    [InlineData("SICK_COD", Completeness.None, PromptState.Outstanding, PromptState.NotInPopulation)]
    [InlineData("PU_COD", Completeness.None, PromptState.Outstanding, PromptState.NotInPopulation)]
    public void Missing_codes_that_decide_are_told_to_the_population_and_no_one_else(string missing, Completeness held, PromptState inside, PromptState outside)
    {
        var framework = Compiled.Ruleset(Rules + "\n", held: new Dictionary<string, Completeness> { [missing] = held }).Framework();
        var records = Records(("diabetes", "DM_COD"), ("none", "OTHER_COD"));

        Assert.Equal((inside, outside), (State(0), State(1)));

        PromptState State(int patient) => Assert.Single(new Prompter(framework).Of(records, patient, new DateOnly(2026, 11, 1)).Prompts).State;
    }

    [Fact]
    public void An_indicator_without_rules_is_not_evaluated()
    {
        var framework = Compiled.Ruleset(Rules + "\n").Framework();
        var without = framework with { Indicators = [framework.Indicators[0] with { Rule = null, Evaluability = Evaluability.NoRules }] };

        var prompt = Assert.Single(new Prompter(without).Of(Records(("diabetes", "DM_COD")), 0, new DateOnly(2026, 11, 1)).Prompts);
        Assert.Equal((PromptState.NotEvaluated, null, false), (prompt.State, prompt.Outcome, prompt.CareOutstanding));
        Assert.Empty(prompt.Open);
    }

    [Theory]
    [InlineData("2026-04-09", false)]
    [InlineData("2026-04-10", true)]
    [InlineData("2026-10-31", true)]
    [InlineData("2026-11-01", false)]
    public void Nothing_is_asked_of_someone_who_is_not_on_the_list(string today, bool onList)
    {
        var framework = Rulebook.Framework("qof-england-2026-27");
        var table = SpecTable.Of("qof-england-2026-27", "2026-11-01", """
            patient    | born       | registered | left       | died       | events
            registered | 1966-07-01 | 2026-04-10 | 2026-11-01 |            | DM 2020-06-01
            died       | 1966-07-01 | 2026-04-10 |            | 2026-11-01 | DM 2020-06-01
            """);
        var records = SpecPractice.Build(framework.Plan, table.Patients);
        var prompter = new Prompter(framework);
        Assert.All([0, 1], patient =>
        {
            var told = prompter.Of(records, patient, SpecTable.Day(today));
            Assert.Equal((onList, onList), (told.OnList, told.Prompts.Count > 0));
        });
    }

    [Fact]
    public void Only_who_is_registered_with_the_practice_is_on_its_list()
    {
        var builder = new PracticeRecordsBuilder();
        builder.AddRegistration(builder.AddPatient(new Patient("a", new DateOnly(1966, 7, 1), Sex.NotKnown, Sample: true)), new RegistrationSpell("A81001", new DateOnly(2020, 1, 1), null));
        var (prompter, records, today) = (new Prompter(Rulebook.Framework("qof-england-2026-27")), builder.Build(), new DateOnly(2026, 11, 1));

        Assert.True(prompter.Of(records, 0, today).OnList);
        Assert.True(prompter.Of(records, 0, today, "a81001").OnList);
        Assert.False(prompter.Of(records, 0, today, "A81002").OnList);
    }

    [Theory]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void A_day_outside_the_year_of_the_framework_is_judged_and_said(string today, bool outside)
    {
        var told = new Prompter(Rulebook.Framework("qof-england-2026-27")).Of(Records(("a", "x")), 0, SpecTable.Day(today));
        Assert.Equal((outside, true, SpecTable.Day(today)), (told.OutsideItsYear, told.OnList, told.Today));
    }

    [Fact]
    public void Every_indicator_that_asks_for_care_has_one_prompt_in_the_order_of_the_framework()
    {
        var framework = Rulebook.Library.Framework("qof-england-2026-27");
        Assert.Equal(
            framework.Indicators.Where(i => i.Kind == IndicatorKind.Fraction).Select(i => i.Id),
            new Prompter(framework).Of(Records(("a", "x")), 0, new DateOnly(2026, 11, 1)).Prompts.Select(p => p.Indicator.Id));
    }

    [Fact]
    public void Sample_codes_are_refused_on_patients_who_are_no_samples()
    {
        var builder = new PracticeRecordsBuilder();
        builder.AddPatient(new Patient("real", new DateOnly(1966, 7, 1), Sex.NotKnown));
        var prompter = new Prompter(Rulebook.Framework("qof-england-2026-27"));

        Assert.Throws<ArgumentException>(() => prompter.Of(builder.Build(), 0, new DateOnly(2026, 11, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => prompter.Of(builder.Build(), 1, new DateOnly(2026, 11, 1)));
    }

    [Fact]
    public void Many_threads_that_ask_one_prompter_about_two_practices_get_what_one_alone_gets()
    {
        var lives = LifeCase.Of("qof-england-2026-27");
        var prompter = new Prompter(lives.Framework);
        var other = Records(("one", "x"), ("two", "y"));
        var days = Enumerable.Range(0, 4).Select(m => new DateOnly(2026, 9, 1).AddMonths(m)).ToArray();
        var asked = Enumerable.Range(0, 1200).Select(i => (Records: i % 5 == 0 ? other : lives.Records, Patient: i % (i % 5 == 0 ? 2 : lives.Records.PatientCount), Day: days[i % 4])).ToArray();

        var alone = asked.Take(100).Select(a => Text(new Prompter(lives.Framework).Of(a.Records, a.Patient, a.Day))).ToArray();
        var together = asked.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(a => Text(prompter.Of(a.Records, a.Patient, a.Day))).ToArray();

        Assert.Equal(alone, together.Take(100));
        Assert.Equal(asked.Select(a => Text(prompter.Of(a.Records, a.Patient, a.Day))), together);

        static string Text(PatientPrompts told) => string.Join('\n', told.Prompts.Select(p =>
            $"{p.Indicator.Id} {PromptTable.Text(p)} {string.Join(", ", p.Open.Select(o => $"{o.Text} {o.LastOn} {o.Last} {string.Join(' ', o.Care.Select(c => c.Id))}"))}"));
    }

    private static PracticeRecords Records(params (string Id, string Code)[] patients)
    {
        var builder = new PracticeRecordsBuilder();
        foreach (var (id, code) in patients)
        {
            builder.AddEvent(
                builder.AddPatient(new Patient(id, new DateOnly(1966, 7, 1), Sex.NotKnown, Sample: true)),
                new RecordedEvent(new DateOnly(2020, 6, 1), builder.Concepts.Intern([$"sct|{code}"]), EventClass.Code, "Condition/1"));
        }

        return builder.Build();
    }
}
