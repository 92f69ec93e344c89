using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Core;

public sealed class LapsePropertyTests
{
    private const int Horizon = 800;

    [Fact]
    public void Care_lapses_on_the_day_that_a_walk_of_every_day_finds()
    {
        var achieved = 0;
        var wrong = new List<string>();
        for (var seed = 1; seed <= 1200; seed++)
        {
            var random = new RandomRule(seed);
            var framework = random.Plan.Framework(random.Rule);
            var records = random.Practice.Build();
            if (OnDay(framework, records, random.Today) is not Outcome.Achieved)
            {
                continue;
            }

            achieved++;
            var state = Qof.Explain(framework, records, ServiceDates.Year(random.Today), 0, "X1").Clinical;
            var expected = ByTrying(framework, records, random.Today);
            var told = state.LapsesOn <= random.Today.AddDays(Horizon) ? (state.LapsesOn, state.Leaves) : (null, false);
            if (state.Due != ClinicallyDue.UpToDate || told != expected)
            {
                wrong.Add($"seed {seed} on {random.Today:yyyy-MM-dd}: told {state}, trying every day found {expected}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(achieved > 200, $"only {achieved} rules were achieved");
    }

    private static (DateOnly?, bool) ByTrying(Framework framework, PracticeRecords records, DateOnly today)
    {
        for (var day = today.AddDays(1); day <= today.AddDays(Horizon); day = day.AddDays(1))
        {
            var outcome = OnDay(framework, records, day);
            if (outcome is not Outcome.Achieved)
            {
                return (day, outcome is null or Outcome.Excluded);
            }
        }

        return (null, false);
    }

    private static Outcome? OnDay(Framework framework, PracticeRecords records, DateOnly day) =>
        Qof.Evaluate(framework, records, ServiceDates.Clinical(day)).Indicators[0].Outcomes.Select(o => o.Outcome).SingleOrDefault();
}
