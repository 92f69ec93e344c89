using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;

namespace QofFhir.Tests.Core.Improvement;

/// <summary>What a plan earns, and why it earns nothing.</summary>
public sealed class PlanReviewTests
{
    private static readonly ImprovementPlan Plan = SafetyModule.Undeclared;

    [Fact]
    public void A_whole_plan_earns_every_point_and_answers_both_indicators()
    {
        var review = SafetyModule.Review(SafetyModule.Complete);
        Assert.All(review.Requirements, r => Assert.True(r.Met, r.Why));
        Assert.Equal([("QI001", 27m), ("QI002", 10m)], review.Indicators.Select(i => (i.Indicator.Id, i.Points)));
        Assert.Equal(
            [new Attestation("QI001", true, "Dr Able", new(2020, 3, 15)), new Attestation("QI002", true, "Dr Able", new(2020, 3, 15))], review.Attestations);
    }

    [Fact]
    public void One_meeting_of_two_earns_nothing_and_is_told()
    {
        var review = SafetyModule.Declared(Plan with { Meetings = [Plan.Meetings[0]] });
        var peers = review.Indicators[1];
        Assert.Equal((false, 0m, "meetings: 1 of 2 meetings attended"), (peers.Achieved, peers.Points, peers.Why));
        Assert.Equal(27, review.Points);
        Assert.False(review.Attestations.Single(a => a.Indicator == "QI002").Declared);
    }

    [Theory]
    [InlineData("2019-03-31", "1 of 2 meetings attended; 1 outside the service year")]
    [InlineData("2019-04-01", "2 of 2 meetings attended")]
    [InlineData("2020-03-20", "2 of 2 meetings attended")]
    [InlineData("2020-02-20", "1 of 2 meetings attended")]
    public void Meetings_count_within_the_year_and_once_a_day(string on, string why)
    {
        var meeting = Plan.Meetings[0] with { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Network = "U54321" };
        Assert.Equal(why, Why(Plan with { Meetings = [meeting, Plan.Meetings[1]] }, "meetings"));
    }

    [Fact]
    public void A_meeting_without_the_practice_does_not_count() => Assert.Equal(
        "1 of 2 meetings attended; 1 without the practice",
        Why(Plan with { Meetings = [Plan.Meetings[0], Plan.Meetings[1] with { Attendees = ["A81002", "A81003"] }] }, "meetings"));

    [Fact]
    public void A_meeting_of_one_is_no_peer_review() => Assert.Equal(
        "1 of 2 meetings attended; 1 without a peer",
        Why(Plan with { Meetings = [Plan.Meetings[0], Plan.Meetings[1] with { Attendees = [Plan.Practice] }] }, "meetings"));

    [Fact]
    public void Each_requirement_says_what_is_missing()
    {
        Assert.Equal("no baseline for measure LITHIUM", Why(Plan with { Baselines = [Plan.Baselines[0]] }, "baseline"));
        Assert.Equal("0 of 1 set", Why(Plan with { Objectives = [] }, "objectives"));
        Assert.Equal("0 of 1 ended in the service year; 1 going on", Why(Plan with { Cycles = [Plan.Cycles[0] with { Ended = null }] }, "cycles"));
        Assert.Equal("no measurement after the baseline for measure NSAID", Why(Plan with { Cycles = [], Measurements = [Plan.Measurements[1]] }, "remeasured"));
        Assert.Equal("no measurement after the baseline for measure NSAID", Why(Plan with { Cycles = [], Measurements = [Plan.Measurements[0] with { On = new(2019, 6, 1) }] }, "remeasured"));
        Assert.Equal("1 of 1", Why(Plan with { Cycles = [], Measurements = [Plan.Measurements[0] with { On = new(2019, 6, 2) }] }, "remeasured"));
        Assert.Equal("no objective names a measure", Why(Plan with { Objectives = [] }, "remeasured"));
        Assert.Equal("no answer to learning", Why(Plan with { Answers = [Plan.Answers[0] with { Value = " " }, Plan.Answers[1]] }, "template"));
        Assert.Equal("not attested", Why(Plan with { Attested = [] }, "policy"));
    }

    [Fact]
    public void Measuring_after_the_year_is_too_late()
    {
        var late = (Plan with { Cycles = [], Measurements = [Plan.Measurements[0] with { On = new(2020, 4, 1) }] }).Declared("d1", "Dr Able", new(2020, 4, 2));
        Assert.False(Met(PlanReview.Of(SafetyModule.Module, late, new(2020, 4, 30)), "remeasured"));
        var last = (Plan with { Cycles = [], Measurements = [Plan.Measurements[0] with { On = new(2020, 3, 31) }] }).Declared("d1", "Dr Able", new(2020, 4, 2));
        Assert.True(Met(PlanReview.Of(SafetyModule.Module, last, new(2020, 4, 30)), "remeasured"));
    }

    [Fact]
    public void Without_a_declaration_nothing_is_earned_and_nothing_answered()
    {
        var review = SafetyModule.Review(Plan);
        Assert.Equal(0, review.Points);
        Assert.Empty(review.Attestations);
        Assert.Equal("declaration: nothing is declared", review.Indicators[1].Why);
    }

    [Fact]
    public void A_change_after_the_declaration_asks_for_a_new_one()
    {
        var declared = SafetyModule.Complete;
        Assert.Equal("declare again, since the declaration of 2020-03-15: o1 changed", State(declared with { Objectives = [declared.Objectives[0] with { Version = 2 }] }));
        Assert.Equal("declare again, since the declaration of 2020-03-15: p2 removed", State(declared with { Meetings = [declared.Meetings[0]] }));
        Assert.Equal("declare again, since the declaration of 2020-03-15: a3 added", State(declared with { Answers = [.. declared.Answers, new("a3", 1, "agreed", "yes")] }));
        Assert.Equal("declare again, since the declaration of 2020-03-15: m2 removed", State(declared with { Measurements = [declared.Measurements[0]] }));

        var outdated = SafetyModule.Review(declared with { Objectives = [declared.Objectives[0] with { Version = 2 }] });
        Assert.Equal(0, outdated.Points);
        Assert.All(outdated.Attestations, a => Assert.False(a.Declared));
        Assert.Equal(2, (declared with { Objectives = [] }).Declared("d1", "Dr Able", new(2020, 3, 16)).Declaration!.Version);

        static string State(ImprovementPlan plan) => SafetyModule.Review(plan).Declaration.Why;
    }

    [Fact]
    public void Measuring_goes_on_after_the_declaration()
    {
        var declared = SafetyModule.Complete;
        var later = declared with { Measurements = [.. declared.Measurements, SafetyModule.Counted("m3", "NSAID", 60, 62, new(2020, 3, 18))] };
        Assert.Equal(37, SafetyModule.Review(later).Points);
    }

    [Fact]
    public void A_faulty_entry_counts_for_nothing()
    {
        var review = SafetyModule.Declared(Plan with { Objectives = [Plan.Objectives[0] with { SetOn = new(2019, 5, 31) }] });
        Assert.Equal("objectives/o1.setOn", Assert.Single(review.Problems).Where);
        Assert.False(review.Indicators[0].Achieved);
        Assert.True(review.Indicators[1].Achieved);
        Assert.Equal(0, SafetyModule.Declared(Plan with { Module = "another" }).Points);
        Assert.Equal(0, SafetyModule.Declared(Plan with { Practice = "?" }).Points);
        Assert.All(new[] { DateOnly.MinValue, DateOnly.MaxValue, new(9999, 4, 1) }, start => Assert.Equal(0, SafetyModule.Declared(Plan with { YearStart = start }).Points));
    }

    [Fact]
    public void An_indicator_that_asks_for_nothing_or_for_what_is_not_there_earns_nothing()
    {
        var module = SafetyModule.Module;
        Assert.Equal("it asks for nothing", Of([]));
        Assert.Equal("the module has no requirement other", Of(["meetings", "other"]));

        string Of(string[] asks)
        {
            var odd = module with { Indicators = [module.Indicators[1] with { Requirements = asks }] };
            var indicator = Assert.Single(SafetyModule.Declared(Plan, odd).Indicators);
            Assert.Equal(0, indicator.Points);
            return indicator.Why;
        }
    }

    [Fact]
    public void Where_there_is_nothing_to_ask_for_nothing_is_met()
    {
        var module = SafetyModule.Module;
        Assert.Equal("the module measures nothing from the record", Why(Plan, "baseline", module with { Measures = null }));
        Assert.Equal("the template has no field that is needed", Why(Plan, "template", module with { Template = [.. module.Template.Select(f => f with { Needed = false })] }));
    }

    [Fact]
    public void Completion_counts_the_practice_where_patients_are_counted_elsewhere()
    {
        var plan = (Plan with { Meetings = [Plan.Meetings[0]] }).Declared("d1", "Dr Able", new(2020, 3, 15));
        var result = ModuleCompletion.Of(SafetyModule.Module, plan, SafetyModule.Review(plan), SafetyModule.Today);
        Assert.Equal(("prescribing-safety-completion", "2019-20", 37m, 27m), (result.Framework.Id, result.Framework.Rules, result.Framework.Points, result.PointsEarned));
        Assert.Equal(
            ["QI001 1", "QI002 0", "baseline 1", "objectives 1", "cycles 1", "remeasured 1", "meetings 0", "template 1", "policy 1", "declaration 1"],
            result.Indicators.Select(i => $"{i.Indicator.Id} {i.Counts!.Numerator}"));
        Assert.All(result.Indicators, i => Assert.Equal(1, i.Counts!.Denominator));
    }

    private static string Why(ImprovementPlan plan, string requirement, ImprovementModule? module = null)
    {
        var review = SafetyModule.Declared(plan, module);
        var told = review.Requirements.Single(r => r.Requirement.Id == requirement);
        Assert.Equal(told.Met, told.Have >= told.Need);
        return told.Why;
    }

    private static bool Met(PlanReview review, string requirement) => review.Requirements.Single(r => r.Requirement.Id == requirement).Met;
}
