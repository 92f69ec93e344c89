using System.Text.Json;
using QofFhir.Core.Improvement;

namespace QofFhir.Tests.Core.Improvement;

/// <summary>What a plan may not say, and beside each what it just may.</summary>
public sealed class PlanCheckTests
{
    private static readonly ImprovementPlan Plan = SafetyModule.Complete;
    private static readonly DateOnly Today = SafetyModule.Today;
    private static readonly string Long = new('x', PlanLimits.LongestText);

    private static Objective Objective => Plan.Objectives[0];

    private static PdsaCycle Cycle => Plan.Cycles[0];

    private static PeerMeeting Meeting => Plan.Meetings[0];

    private static Measurement Baseline => Plan.Baselines[0];

    private static Measurement Counted => Plan.Measurements[0];

    [Fact]
    public void A_plan_in_order_has_no_problem() => Assert.Empty(PlanCheck.Of(SafetyModule.Module, Plan, Today));

    public static TheoryData<string, ImprovementPlan, ImprovementPlan> Edges => new()
    {
        { "baselines/b1.on", With(Baseline with { On = Today.AddDays(1) }), With(Baseline with { On = new(2018, 4, 1) }) },
        { "baselines/b1.on", With(Baseline with { On = new(2018, 3, 31) }), With(Baseline with { On = new(2019, 6, 10) }) },
        { "baselines/b1.numerator", With(Baseline with { Numerator = 61 }), With(Baseline with { Numerator = 60 }) },
        { "baselines/b1.numerator", With(Baseline with { Numerator = -1 }), With(Baseline with { Numerator = 0 }) },
        { "baselines/b1.denominator", With(Baseline with { Numerator = -1, Denominator = -1 }), With(Baseline with { Numerator = 0, Denominator = 0 }) },
        { "baselines/b1.denominator", With(Baseline with { Denominator = PlanLimits.LargestCount + 1 }), With(Baseline with { Denominator = PlanLimits.LargestCount }) },
        { "baselines/b2.measure", Plan with { Baselines = [Baseline, Baseline with { Id = "b2" }] }, Plan },
        { "measurements/m1.measure", With(Counted with { Measure = "OTHER" }), With(Counted with { On = Today }) },
        { "measurements/m2.measure", Plan with { Measurements = [Counted, Counted with { Id = "m2" }] }, Plan with { Measurements = [Counted, Counted with { Id = "m2", On = Counted.On.AddDays(1) }] } },
        { "objectives/o1.setOn", With(Objective with { SetOn = Baseline.On.AddDays(-1) }), With(Objective with { SetOn = Baseline.On }) },
        { "objectives/o1.setOn", With(Objective with { SetOn = Today.AddDays(1), By = Today.AddDays(9) }), With(Objective with { SetOn = Today, By = Today.AddDays(9) }) },
        { "objectives/o1.by", With(Objective with { By = Objective.SetOn.AddDays(-1) }), With(Objective with { By = Objective.SetOn }) },
        { "objectives/o1.target", With(Objective with { Target = 100.1m }), With(Objective with { Target = 100 }) },
        { "objectives/o1.target", With(Objective with { Target = -0.1m }), With(Objective with { Target = 0 }) },
        { "objectives/o1.measure", Plan with { Baselines = [Plan.Baselines[1]] }, With(Objective with { Measure = "LITHIUM" }) },
        { "objectives/o1.measure", With(Objective with { Measure = "OTHER" }), Plan },
        { "objectives/o1.text", With(Objective with { Text = Long + "x" }), With(Objective with { Text = Long }) },
        { "cycles/c1.ended", With(Cycle with { Ended = Cycle.Started.AddDays(-1) }), With(Cycle with { Ended = Cycle.Started }) },
        { "cycles/c1.ended", With(Cycle with { Ended = Today.AddDays(1) }), With(Cycle with { Ended = null }) },
        { "cycles/c1.started", With(Cycle with { Started = Today.AddDays(1), Ended = null, Results = [] }), With(Cycle with { Started = Today, Ended = null, Results = [] }) },
        { "cycles/c1.aim", With(Cycle with { Aim = " " }), With(Cycle with { Act = "" }) },
        { "cycles/c1.study", With(Cycle with { Study = Long + "x" }), With(Cycle with { Study = Long }) },
        { "cycles/c1.results", With(Cycle with { Results = ["b1"] }), With(Cycle with { Results = ["m1", "m2"] }) },
        { "cycles/c1.results", With(Cycle with { Started = new(2019, 10, 2), Ended = null }), With(Cycle with { Started = new(2019, 10, 1), Ended = null }) },
        { "meetings/p1.attendees", With(Meeting with { Attendees = [] }), With(Meeting with { Attendees = ["A81001"] }) },
        { "meetings/p1.attendees", With(Meeting with { Attendees = ["A81001", "A81001"] }), With(Meeting with { Attendees = ["A81001", "A81004"] }) },
        { "meetings/p1.attendees", With(Meeting with { Attendees = ["Dr Able"] }), With(Meeting with { Attendees = ["A81002"] }) },
        { "meetings/p1.on", With(Meeting with { On = Today.AddDays(1) }), With(Meeting with { On = Today }) },
        { "meetings/p2.on", Plan with { Meetings = [Meeting, Meeting with { Id = "p2" }] }, Plan with { Meetings = [Meeting, Meeting with { Id = "p2", On = Meeting.On.AddDays(1) }] } },
        { "meetings/p1.network", With(Meeting with { Network = "" }), With(Meeting with { Network = "U99999" }) },
        { "answers/a1.field", With(Plan.Answers[0] with { Field = "other" }), With(Plan.Answers[0] with { Value = "" }) },
        { "answers/a2.value", With(Plan.Answers[1] with { Value = "1 June" }), With(Plan.Answers[1] with { Value = "2020-02-29" }) },
        { "answers/a2.value", With(Plan.Answers[1] with { Value = "2019-02-29" }), Plan },
        { "answers/a2.value", With(Plan.Answers[1] with { Field = "reviewed", Value = "1,5" }), With(Plan.Answers[1] with { Field = "reviewed", Value = "1.5" }) },
        { "answers/a2.value", With(Plan.Answers[1] with { Field = "agreed", Value = "maybe" }), With(Plan.Answers[1] with { Field = "agreed", Value = "no" }) },
        { "attested/t1.requirement", With(Plan.Attested[0] with { Requirement = "meetings" }), Plan },
        { "attested/t1.by", With(Plan.Attested[0] with { By = "" }), Plan },
        { "declaration/d1.by", Plan with { Declaration = Plan.Declaration! with { By = " " } }, Plan with { Declaration = null } },
        { "declaration/d1.on", Plan with { Declaration = Plan.Declaration! with { On = Today.AddDays(1) } }, Plan with { Declaration = Plan.Declaration! with { On = Today } } },
        { "meetings/o1.id", With(Meeting with { Id = "o1" }, "p1"), With(Meeting with { Id = "o2" }, "p1") },
        { "meetings.id", With(Meeting with { Id = "no id" }, "p1"), With(Meeting with { Id = new string('i', 64) }, "p1") },
        { "meetings/p1.version", With(Meeting with { Version = 0 }), With(Meeting with { Version = 9 }) },
        { "module", Plan with { Module = "another" }, Plan },
        { "yearStart", Plan with { YearStart = new(2019, 4, 2) }, Plan },
        { "yearStart", Plan with { YearStart = DateOnly.MaxValue }, Plan },
        { "yearStart", Plan with { YearStart = DateOnly.MinValue }, Plan },
        { "practice", Plan with { Practice = "a81001" }, Plan with { Practice = "Y00001" } },
    };

    [Theory]
    [MemberData(nameof(Edges), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_refused_and_what_is_just_right_is_not(string where, ImprovementPlan wrong, ImprovementPlan right)
    {
        var problem = Assert.Single(PlanCheck.Of(SafetyModule.Module, wrong, Today), p => p.Where == where);
        Assert.NotEmpty(problem.What);
        Assert.NotEmpty(problem.Expected);
        Assert.DoesNotContain(PlanCheck.Of(SafetyModule.Module, right, Today), p => p.Where == where);
    }

    [Fact]
    public void All_problems_are_told_at_once_with_what_was_expected()
    {
        var wrong = With(Objective with { SetOn = new(2019, 5, 1), By = new(2019, 4, 1), Target = 200 });
        Assert.Equal(
            [
                "objectives/o1.target: it is no percentage; expected: 0 to 100.",
                "objectives/o1.by: it lies before the day on which the objective was set; expected: 2019-05-01 or later.",
                "objectives/o1.setOn: it lies before the baseline; expected: 2019-06-01 or later.",
            ],
            PlanCheck.Of(SafetyModule.Module, wrong, Today).Select(p => p.ToString()));
    }

    [Fact]
    public void What_was_counted_stays_and_a_baseline_does_not_go()
    {
        Assert.Empty(PlanCheck.OfChange(Plan, Plan));
        Assert.Empty(PlanCheck.OfChange(Plan, With(Objective with { Target = 80, Version = 2 })));
        Assert.Empty(PlanCheck.OfChange(Plan, Plan with { Measurements = [], Meetings = [] }));
        Assert.Equal("baselines/b1", Assert.Single(PlanCheck.OfChange(Plan, Plan with { Baselines = [Plan.Baselines[1]] })).Where);
        Assert.Equal("baselines/b1", Assert.Single(PlanCheck.OfChange(Plan, With(Baseline with { Numerator = 20, Version = 2 }))).Where);
        Assert.Equal("measurements/m1", Assert.Single(PlanCheck.OfChange(Plan, With(Counted with { Numerator = 62 }))).Where);
        Assert.Equal("objectives/o1.version", Assert.Single(PlanCheck.OfChange(With(Objective with { Version = 3 }), With(Objective with { Version = 2 }))).Where);
    }

    [Fact]
    public void A_plan_that_was_written_and_read_again_says_the_same()
    {
        var options = new JsonSerializerOptions { IgnoreReadOnlyProperties = true };
        var text = JsonSerializer.Serialize(Plan, options);
        var again = JsonSerializer.Deserialize<ImprovementPlan>(text, options)!;
        Assert.Equal(text, JsonSerializer.Serialize(again, options));
        Assert.Empty(PlanCheck.OfChange(Plan, again));
        Assert.Equal(37, SafetyModule.Review(again).Points);
    }

    /// <summary>The plan with this entry in place of the one of its id, or of another id.</summary>
    private static ImprovementPlan With(PlanEntry entry, string? id = null)
    {
        id ??= entry.Id;
        return Plan with
        {
            Baselines = In(Plan.Baselines),
            Objectives = In(Plan.Objectives),
            Cycles = In(Plan.Cycles),
            Measurements = In(Plan.Measurements),
            Meetings = In(Plan.Meetings),
            Answers = In(Plan.Answers),
            Attested = In(Plan.Attested),
        };

        IReadOnlyList<T> In<T>(IReadOnlyList<T> entries)
            where T : PlanEntry => [.. entries.Select(e => e.Id == id ? (T)entry : e)];
    }
}
