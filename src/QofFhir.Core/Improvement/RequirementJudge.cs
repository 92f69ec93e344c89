using QofFhir.Core.Rules;

namespace QofFhir.Core.Improvement;

/// <summary>Judges requirements by the sound entries of a plan.</summary>
internal sealed class RequirementJudge(ImprovementModule module, ImprovementPlan plan, DeclarationReview declaration, DateOnly today)
{
    public RequirementReview Of(Requirement requirement) => requirement.Kind switch
    {
        RequirementKind.Baseline => Baseline(requirement),
        RequirementKind.Objectives => Count(requirement, plan.Objectives.Count(o => o.SetOn <= plan.YearEnd), "set"),
        RequirementKind.Cycles => Count(requirement, plan.Cycles.Count(c => c.Ended is { } ended && InYear(ended)), "ended in the service year", Running()),
        RequirementKind.Remeasured => Remeasured(requirement),
        RequirementKind.Meetings => Meetings(requirement),
        RequirementKind.Template => Template(requirement),
        RequirementKind.Attested => Attested(requirement),
        RequirementKind.Declaration => new(requirement, declaration.Stands, declaration.Stands ? 1 : 0, 1, declaration.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(requirement), requirement.Kind, "No such kind of requirement."),
    };

    private bool InYear(DateOnly day) => day >= plan.YearStart && day <= plan.YearEnd && day <= today;

    private RequirementReview Baseline(Requirement requirement)
    {
        var all = PlanCheck.MeasuresOf(module);
        string[] measures = [.. all.Where(m => m.Evaluability.State != EvaluabilityState.NotEvaluable).Select(m => m.Id)];
        var review = Each(
            requirement, measures, m => plan.BaselineOf(m) is { } b && b.On <= plan.YearEnd, "no baseline for measure",
            all.Count == 0 ? "the module measures nothing from the record" : "none of the module's measures can be counted");

        // What nobody can count here is asked of nobody, and said.
        string[] uncounted = [.. all.Select(m => m.Id).Except(measures)];
        return uncounted.Length == 0 ? review : review with { Why = $"{review.Why}; cannot be counted for want of codes: {string.Join(", ", uncounted)}" };
    }

    private RequirementReview Remeasured(Requirement requirement)
    {
        string[] measures = [.. plan.Objectives.Select(o => o.Measure).Distinct(StringComparer.Ordinal)];
        return Each(requirement, measures, After, "no measurement after the baseline for measure", "no objective names a measure");

        bool After(string measure) => plan.BaselineOf(measure) is { } baseline
            && plan.Measurements.Any(m => m.Measure == measure && m.On > baseline.On && m.On <= plan.YearEnd && m.On <= today);
    }

    private RequirementReview Template(Requirement requirement)
    {
        string[] needed = [.. module.Template.Where(f => f.Needed).Select(f => f.Id)];
        var answered = plan.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).Select(a => a.Field).ToHashSet(StringComparer.Ordinal);
        return Each(requirement, needed, answered.Contains, "no answer to", "the template has no field that is needed");
    }

    private RequirementReview Meetings(Requirement requirement)
    {
        var attended = plan.Meetings.Where(m => m.Attendees.Contains(plan.Practice)).ToList();
        var reviewed = attended.Where(m => m.Attendees.Count > 1).ToList();
        var counted = reviewed.Where(m => InYear(m.On)).DistinctBy(m => m.On).Count();
        string[] aside =
        [
            .. Some(plan.Meetings.Count - attended.Count, "without the practice"),
            .. Some(attended.Count - reviewed.Count, "without a peer"),
            .. Some(reviewed.Count(m => !InYear(m.On)), "outside the service year"),
        ];
        return Count(requirement, counted, counted == 1 || requirement.AtLeast > 1 ? "meetings attended" : "attended", aside);
    }

    private RequirementReview Attested(Requirement requirement)
    {
        var by = plan.Attested.FirstOrDefault(a => a.Requirement == requirement.Id);
        return new(requirement, by is not null, by is null ? 0 : 1, 1, by is null ? "not attested" : $"attested on {by.On:yyyy-MM-dd}");
    }

    private string[] Running() => [.. Some(plan.Cycles.Count(c => c.Ended is null), "going on")];

    private static IEnumerable<string> Some(int count, string what) => count > 0 ? [$"{count} {what}"] : [];

    private static RequirementReview Count(Requirement requirement, int have, string what, params string[] aside)
    {
        var need = Math.Max(1, requirement.AtLeast);
        var why = $"{have} of {need} {what}";
        return new(requirement, have >= need, have, need, aside.Length == 0 ? why : $"{why}; {string.Join(", ", aside)}");
    }

    /// <param name="nothing">What is said where there is nothing to ask for: it is not met, since then nothing shows that it was done.</param>
    private static RequirementReview Each(Requirement requirement, string[] all, Func<string, bool> met, string missing, string nothing)
    {
        string[] open = [.. all.Where(a => !met(a))];
        var have = all.Length - open.Length;
        return all.Length == 0
            ? new(requirement, false, 0, 1, nothing)
            : new(requirement, open.Length == 0, have, all.Length, open.Length == 0 ? $"{have} of {all.Length}" : $"{missing} {string.Join(", ", open)}");
    }
}
