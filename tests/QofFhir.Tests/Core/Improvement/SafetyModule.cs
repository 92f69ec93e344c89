using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Improvement;

/// <summary>A made-up module with every kind of requirement, and a plan that meets them all.</summary>
internal static class SafetyModule
{
    public static readonly DateOnly YearStart = new(2019, 4, 1);
    public static readonly DateOnly Today = new(2020, 3, 20);

    private static readonly RuleSource Source = new("Made-up guidance", Certainty.Found);

    public static ImprovementModule Module { get; } = new(
        "prescribing-safety", "Prescribing safety", [YearStart],
        [
            new("QI001", "Improvement activity", 27, Certainty.Found, ["baseline", "objectives", "cycles", "remeasured", "template", "policy", "declaration"]),
            new("QI002", "Peer review", 10, Certainty.Found, ["meetings"]),
        ],
        [
            Asks("baseline", RequirementKind.Baseline), Asks("objectives", RequirementKind.Objectives), Asks("cycles", RequirementKind.Cycles), Asks("remeasured", RequirementKind.Remeasured),
            Asks("meetings", RequirementKind.Meetings, 2), Asks("template", RequirementKind.Template), Asks("policy", RequirementKind.Attested), Asks("declaration", RequirementKind.Declaration),
        ],
        [
            new("learning", "What was learned?", EvidenceType.Text, true), new("first", "When did the work begin?", EvidenceType.Date, true),
            new("reviewed", "How many patients were reviewed?", EvidenceType.Number, false), new("agreed", "Was a protocol agreed?", EvidenceType.YesNo, false),
        ],
        new Framework("qi-prescribing-safety", "Prescribing safety: measures", YearStart, "1.0", [Measure("NSAID"), Measure("LITHIUM")], new EvaluationPlan([], [], [], [])),
        Source);

    public static ImprovementPlan Undeclared { get; } = new("A81001", "prescribing-safety", YearStart)
    {
        Baselines = [Counted("b1", "NSAID", 40, 60, new(2019, 6, 1)), Counted("b2", "LITHIUM", 3, 9, new(2019, 6, 1))],
        Objectives = [new("o1", 1, "NSAID", 90, Direction.Higher, new(2020, 2, 29), new(2019, 6, 10), "Fewer bleeds")],
        Cycles = [new("c1", 1, "Safer NSAIDs", "Alert at issue", "Plan it", "Do it", "Study it", "Keep it", new(2019, 7, 1), ["m1"], new(2019, 9, 30))],
        Measurements = [Counted("m1", "NSAID", 57, 62, new(2019, 10, 1)), Counted("m2", "LITHIUM", 7, 9, new(2019, 10, 1))],
        Meetings =
        [
            new("p1", 1, new(2019, 6, 20), "U12345", ["A81001", "A81002"], "Alerts help", true),
            new("p2", 1, new(2020, 2, 20), "U12345", ["A81001", "A81002", "A81003"], "Kept to ourselves"),
        ],
        Answers = [new("a1", 1, "learning", "We learned much"), new("a2", 1, "first", "2019-06-01", true)],
        Attested = [new("t1", 1, "policy", "Dr Able", new(2020, 3, 1))],
    };

    public static ImprovementPlan Complete { get; } = Undeclared.Declared("d1", "Dr Able", new(2020, 3, 15));

    public static Measurement Counted(string id, string measure, long numerator, long denominator, DateOnly on) => new(id, 1, measure, numerator, denominator, on, "run 1", "1.0");

    public static PlanReview Review(ImprovementPlan plan, DateOnly? today = null) => PlanReview.Of(Module, plan, today ?? Today);

    /// <summary>Declared again after a change.</summary>
    public static PlanReview Declared(ImprovementPlan plan, ImprovementModule? module = null) =>
        PlanReview.Of(module ?? Module, plan.Declared("d1", "Dr Able", new(2020, 3, 15)), Today);

    private static Requirement Asks(string id, RequirementKind kind, int atLeast = 1) => new(id, $"Made-up words for {id}", kind, atLeast, Source);

    private static FrameworkIndicator Measure(string id) => new(
        id, $"Made-up title of {id}", "Quality improvement", "Prescribing safety", IndicatorKind.Fraction, 0, null, null, Certainty.Found, null, "Made-up guidance", null, Evaluability.Complete, false);
}
