using QofFhir.Core.Improvement;

namespace QofFhir.Tests.Core.Improvement;

/// <summary>Whatever is taken out of a whole plan or bent in it: nothing is paid with a requirement unmet, and nothing withheld with all of them met.</summary>
public sealed class ReviewPropertyTests
{
    private static readonly DateOnly Today = SafetyModule.Today;

    [Fact]
    public void The_review_pays_exactly_what_a_plain_recount_pays()
    {
        var (first, second) = (0, 0);
        for (var seed = 1; seed <= 4000; seed++)
        {
            var plan = Bent(new Random(seed));
            var review = PlanReview.Of(SafetyModule.Module, plan, Today);
            var (activity, peers) = (Activity(plan), Peers(plan));
            Assert.True(activity == (review.Indicators[0].Points == 27), $"seed {seed}: {review.Indicators[0].Why}");
            Assert.True(peers == (review.Indicators[1].Points == 10), $"seed {seed}: {review.Indicators[1].Why}");
            Assert.All(review.Indicators, i => Assert.True(i.Points == 0 || i.Points == i.Indicator.Points));
            Assert.All(review.Indicators.Where(i => i.Achieved), i => Assert.All(
                review.Requirements.Where(r => i.Indicator.Requirements.Contains(r.Requirement.Id)), r => Assert.True(r.Met, r.Why)));
            (first, second) = (first + (activity ? 1 : 0), second + (peers ? 1 : 0));
        }

        Assert.True(first is > 100 and < 3900 && second is > 100 and < 3900, $"{first} and {second} of 4000 were paid");
    }

    private static ImprovementPlan Bent(Random random)
    {
        var plan = SafetyModule.Undeclared with
        {
            Baselines = Some(SafetyModule.Undeclared.Baselines, b => b with { On = Moved(b.On) }),
            Objectives = Some(SafetyModule.Undeclared.Objectives, o => o with { SetOn = Moved(o.SetOn) }),
            Measurements = Some(SafetyModule.Undeclared.Measurements, m => m with { On = Moved(m.On), Numerator = m.Numerator + random.Next(8) }),
            Meetings = Some(SafetyModule.Undeclared.Meetings, m => m with { On = Moved(m.On), Attendees = random.Next(2) == 0 ? [] : ["A81002"] }),
            Answers = Some(SafetyModule.Undeclared.Answers, a => a with { Value = "" }),
            Attested = Some(SafetyModule.Undeclared.Attested, a => a with { On = Moved(a.On) }),
        };
        plan = plan with { Cycles = Some([SafetyModule.Undeclared.Cycles[0] with { Results = [] }], c => c with { Ended = random.Next(2) == 0 ? null : Moved(c.Ended!.Value) }) };
        if (random.Next(8) > 0)
        {
            plan = plan.Declared("d1", "Dr Able", Today);
        }

        return random.Next(8) > 0 || plan.Meetings.Count == 0 ? plan : plan with { Meetings = [.. plan.Meetings.Take(1).Select(m => m with { Version = 2 }), .. plan.Meetings.Skip(1)] };

        DateOnly Moved(DateOnly day) => day.AddDays(random.Next(-400, 400));

        IReadOnlyList<T> Some<T>(IReadOnlyList<T> entries, Func<T, T> bend) =>
            [.. entries.Where(_ => random.Next(24) > 0).Select(e => random.Next(10) == 0 ? bend(e) : e)];
    }

    private static bool Activity(ImprovementPlan plan)
    {
        Measurement[] baselines = [.. plan.Baselines.Where(b => Done(b.On))];
        Objective[] objectives = [.. plan.Objectives.Where(o => Done(o.SetOn) && o.By >= o.SetOn && plan.Baselines.FirstOrDefault(b => b.Measure == o.Measure) is { } b && b.On <= o.SetOn)];
        Measurement[] measurements = [.. plan.Measurements.Where(m => Done(m.On) && m.Numerator <= m.Denominator)];
        return Declared(plan)
            && baselines.Select(b => b.Measure).Distinct().Count() == 2
            && objectives.Length > 0
            && plan.Cycles.Any(c => c.Ended is { } ended && ended >= c.Started && ended <= Today && ended >= plan.YearStart)
            && objectives.All(o => measurements.Any(m => m.Measure == o.Measure && baselines.Any(b => b.Measure == m.Measure && b.On < m.On)))
            && plan.Answers.Any(a => a.Field == "learning" && a.Value.Length > 0) && plan.Answers.Any(a => a.Field == "first" && a.Value.Length > 0)
            && plan.Attested.Any(a => Done(a.On));
    }

    private static bool Peers(ImprovementPlan plan) => Declared(plan)
        && plan.Meetings.Where(m => m.Attendees.Contains(plan.Practice) && m.On >= plan.YearStart && m.On <= Today).Select(m => m.On).Distinct().Count() >= 2;

    private static bool Declared(ImprovementPlan plan) => plan.Declaration is { } declared
        && plan.Entries.All(e => declared.Entries.Contains(new DeclaredEntry(e.Id, e.Version))) && declared.Entries.Count == plan.Entries.Count();

    private static bool Done(DateOnly day) => day <= Today && day >= new DateOnly(2018, 4, 1);
}
