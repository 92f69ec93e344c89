using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.SampleGp.Edges;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Every personalised care adjustment of two years, walked through its life: outstanding, adjusted, treated, and lapsed on the day that the rules' own window gives.</summary>
public sealed class LifeTests
{
    // Set it to write the tables anew, then hold every changed ending against the rules before you commit it.
    private const string Renew = "QOFFHIR_RENEW_LIVES";

    /// <summary>Adjust rows that no patient comes to.</summary>
    private static readonly (string Life, string Reason)[] Unreachable =
    [
        ("DM014 DIAG1_DAT", "whoever was diagnosed within 9 months is excluded by DM_DAT3 while not referred, and achieved once referred"),
    ];

    /// <summary>Adjust rows after which the care cannot be given any more.</summary>
    private static readonly (string Life, string Reason)[] TooLate =
    [
        ("VI002 PCAMMR1", "registered after 18 months, and the vaccine counts up to 18 months"),
    ];

    /// <summary>A dose completes the row beside an older contraindication. Doses are counted and have no day; the day told is the contraindication's.</summary>
    private const string DatedByItsContraindication = "VI003 MMRDTAPCON";

    public static TheoryData<string> Years => ["2019-20", "2026-27"];

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_adjust_row_is_walked_or_listed_with_its_reason(string year)
    {
        var lives = Lives(year);
        var rows = lives.Fractions.SelectMany(i => Rule(lives, i).Rows.Where(r => r.End == RowEnd.Adjust), (i, r) => $"{i.Id} {r.Label}").ToList();
        var listed = Unreachable.Select(u => u.Life).Intersect(rows);

        Assert.Equal(rows.Order(StringComparer.Ordinal), lives.Lives.Select(l => l.Id).Concat(listed).Order(StringComparer.Ordinal));
        Assert.Equal(TooLate.Select(t => t.Life).Intersect(rows), lives.Lives.Where(l => l.Treated is null).Select(l => l.Id));
        Assert.Equal(lives.Lives.Where(l => Life.IsNew(l.Row)), lives.Lives.Where(l => l.Seen is null));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_row_listed_as_out_of_reach_is_proved_to_be(string year)
    {
        var lives = Lives(year);
        foreach (var (life, reason) in Unreachable)
        {
            var rule = Rule(lives, lives.Fractions.Single(i => life.StartsWith(i.Id + " ", StringComparison.Ordinal)));
            var slice = new Slice(lives.Framework.Plan, DecisionTable.Of(rule)!, lives.Framework.Plan.Clusters.SelectMany(c => c.Codes).ToHashSet());
            var row = rule.Rows.ToList().FindIndex(r => life == $"{rule.Id} {r.Label}");
            Assert.True(new Unreachable(slice, ServiceDates.Year(lives.Framework.YearStart)).Reason(row) is not null, $"{life}: {reason}");
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Each_life_goes_as_its_table_says(string year)
    {
        var path = Path.Combine(Repository.Root, "tests", "QofFhir.Tests", "Spec", "Prompts", $"lives-{year}.txt");
        var lines = new LifeStory(Lives(year)).Lines();
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllLines(path, lines);
        }

        // The lines that differ first: else they drown in the table.
        var table = File.ReadAllLines(path);
        Assert.Equal(string.Join('\n', table.Except(lines)), string.Join('\n', lines.Except(table)));
        Assert.Equal(table, lines);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void An_adjustment_is_told_with_its_row_and_its_day_and_clears_no_care(string year)
    {
        var lives = Lives(year);
        Assert.All(lives.Lives, life =>
        {
            var prompt = lives.On(life, life.Adjusted);
            Assert.Equal((PromptState.OutstandingAdjusted, true, life.Row), (prompt.State, prompt.CareOutstanding, prompt.Outcome!.Row));
            Assert.Equal((life.Row.Label, life.Row.Reason), (prompt.Adjustment!.Label, prompt.Adjustment.Reason));
            Assert.Contains(prompt.Open, o => o.Care.Count > 0);
            Assert.NotNull(prompt.Adjustment.On);
            Assert.True(prompt.Adjustment.On <= life.Adjusted);
            Assert.Equal(Life.IsNew(life.Row) || life.Id == DatedByItsContraindication, !(prompt.Adjustment.On > life.Seen));
            Assert.True(life.Row.Reason is AdjustmentReason.NewlyDiagnosed or AdjustmentReason.NewlyRegistered || prompt.Adjustment.InTimeUntil is null);
        });
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Outstanding_before_it_and_achieved_after_it_know_of_no_adjustment(string year)
    {
        var lives = Lives(year);
        Assert.All(lives.Lives, life =>
        {
            if (life.Seen is { } seen)
            {
                var before = lives.On(life, seen);
                Assert.Equal((PromptState.Outstanding, null, null), (before.State, before.Adjustment, before.NextDue));
                Assert.NotEmpty(before.Open);
            }

            if (life.Treated is { } treated)
            {
                var after = lives.On(life, treated);
                Assert.Equal((PromptState.Achieved, null, false), (after.State, after.Adjustment, after.CareOutstanding));
                Assert.Empty(after.Open);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Care_is_in_date_to_the_day_before_it_lapses_and_every_week_says_the_same_day(string year)
    {
        var lives = Lives(year);
        Assert.All(lives.Lives.Where(l => lives.Until(l) is not null), life =>
        {
            var until = lives.Until(life)!.Value;
            for (var day = until.AddDays(-1); day > life.Treated; day = day.AddDays(-7))
            {
                var prompt = lives.On(life, day);
                Assert.True(
                    prompt.State is PromptState.NotInPopulation or PromptState.Excluded
                    || (prompt.State != PromptState.Outstanding && prompt.NextDue == until), $"{life.Id} on {day:yyyy-MM-dd}: {prompt}");
            }

            var then = lives.On(life, until);
            Assert.True(then is { NextDue: null, State: PromptState.Outstanding or PromptState.OutstandingAdjusted or PromptState.NotInPopulation or PromptState.Excluded }, $"{life.Id}: {then}");
        });
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Prompts_and_count_agree_about_everyone_on_every_day_of_a_life(string year)
    {
        var lives = Lives(year);
        var days = lives.Lives.SelectMany(l => new[] { l.Seen, l.Adjusted, l.Treated, lives.Until(l), lives.Until(l)?.AddDays(-1) }).OfType<DateOnly>().Distinct();
        foreach (var day in days)
        {
            var counted = Qof.Evaluate(lives.Framework, lives.Records, ServiceDates.Year(day)).Indicators.Where(i => i.Indicator.Kind == IndicatorKind.Fraction)
                .Select(i => i.Outcomes.ToDictionary(o => o.Patient, o => o.Outcome)).ToArray();
            for (var patient = 0; patient < lives.Records.PatientCount; patient++)
            {
                var prompts = lives.Prompts(patient, day);
                Assert.All(prompts.Prompts, (prompt, i) => Assert.Equal(Counted(counted[i].GetValueOrDefault(patient)), Prompted(prompt)));
                Assert.True(prompts.OnList || counted.All(i => !i.ContainsKey(patient)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Someone_new_is_in_time_to_the_day_before_the_first_on_which_the_care_is_late(string year)
    {
        var lives = Lives(year);
        var patients = Enumerable.Range(0, lives.Records.PatientCount).ToDictionary(p => lives.Records.Patient(p).Id, StringComparer.Ordinal);
        Assert.All(lives.Lives.Where(l => Life.IsNew(l.Row)), life =>
        {
            // What is known on the day of the adjustment, judged by later days: the treatment has not come.
            var untreated = life with { Draft = life.Draft.Copy(), Treated = null };
            untreated.Draft.Events.RemoveAll(e => e.Day > life.Adjusted.DayNumber);
            if (lives.On(life, life.Adjusted).Adjustment!.InTimeUntil is { } late)
            {
                Assert.True(IsNew(untreated, late.AddDays(-1)), $"{life.Id} is late before {late:yyyy-MM-dd}");
                Assert.False(IsNew(untreated, late), $"{life.Id} is still in time on {late:yyyy-MM-dd}");
            }
            else
            {
                Assert.False(IsNew(untreated, life.Adjusted), $"{life.Id} is in time, and no day is told");
            }
        });

        bool IsNew(Life life, DateOnly day)
        {
            var builder = new PracticeRecordsBuilder();
            life.AddTo(builder);
            var one = lives.Framework with { Indicators = [lives.Fractions.Single(i => i.Id == life.Indicator)] };
            return Qof.Evaluate(one, builder.Build(), ServiceDates.Clinical(day)).Indicators[0].Outcomes
                .Any(o => o.Outcome is Outcome.Adjusted { Reason: AdjustmentReason.NewlyDiagnosed or AdjustmentReason.NewlyRegistered });
        }
    }

    private static LifeCase Lives(string year) => LifeCase.Of($"qof-england-{year}");

    private static IndicatorRule.Fraction Rule(LifeCase lives, FrameworkIndicator indicator) => (IndicatorRule.Fraction)lives.Framework.Rule(indicator);

    private static (PromptState, Row?) Counted(Outcome? outcome) => outcome switch
    {
        null => (PromptState.NotInPopulation, null),
        Outcome.Excluded => (PromptState.Excluded, outcome.Row),
        Outcome.Achieved => (PromptState.Achieved, outcome.Row),
        Outcome.Adjusted => (PromptState.OutstandingAdjusted, outcome.Row),
        _ => (PromptState.Outstanding, outcome.Row),
    };

    /// <summary>Due later is outstanding for the year.</summary>
    private static (PromptState, Row?) Prompted(Prompt prompt) =>
        (prompt.State == PromptState.DueLater ? PromptState.Outstanding : prompt.State, prompt.Outcome?.Row);
}
