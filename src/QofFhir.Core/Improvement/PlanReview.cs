using QofFhir.Core.Achievement;

namespace QofFhir.Core.Improvement;

/// <summary>How far a plan meets its module.</summary>
/// <param name="Requirements">In the order of the module.</param>
/// <param name="Indicators">In the order of the module.</param>
/// <param name="Problems">Entries that have one count for nothing.</param>
public sealed record PlanReview(
    IReadOnlyList<RequirementReview> Requirements, IReadOnlyList<IndicatorReview> Indicators, DeclarationReview Declaration, IReadOnlyList<PlanProblem> Problems)
{
    /// <summary>Of all indicators of the module whose points are known.</summary>
    public decimal Points => Indicators.Sum(i => i.Points ?? 0);

    /// <summary>The answers to the year's attested indicators; none as long as nothing is declared. An outdated declaration answers no.</summary>
    public IReadOnlyList<Attestation> Attestations => Declaration is { State: not DeclarationState.None, Declaration: { } by }
        ? [.. Indicators.Select(i => new Attestation(i.Indicator.Id, i.Achieved, by.By, by.On))]
        : [];

    /// <summary>Judges each requirement, then each indicator: all of its requirements and a declaration that stands, or nothing.</summary>
    public static PlanReview Of(ImprovementModule module, ImprovementPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(module);
        var problems = PlanCheck.Of(module, plan, today);
        var declaration = DeclarationReview.Of(plan, problems.Any(p => p.Entry is null || p.Entry == plan.Declaration?.Id));
        var judge = new RequirementJudge(module, Sound(plan, problems), declaration, today);
        RequirementReview[] requirements = [.. module.Requirements.Select(judge.Of)];
        return new(requirements, [.. module.Indicators.Select(i => Indicator(i, requirements, declaration))], declaration, problems);
    }

    private static IndicatorReview Indicator(ModuleIndicator indicator, RequirementReview[] requirements, DeclarationReview declaration)
    {
        string[] open =
        [
            .. indicator.Requirements.Count == 0 ? ["it asks for nothing"] : Array.Empty<string>(),
            .. indicator.Requirements.Where(id => !requirements.Any(r => r.Requirement.Id == id)).Select(id => $"the module has no requirement {id}"),
            .. requirements.Where(r => !r.Met && indicator.Requirements.Contains(r.Requirement.Id)).Select(r => $"{r.Requirement.Id}: {r.Why}"),
            .. declaration.Stands ? Array.Empty<string>() : [$"declaration: {declaration.Why}"],
        ];
        return open.Length == 0
            ? new(indicator, true, indicator.Points, "all that it asks for is there")
            : new(indicator, false, 0, string.Join("; ", open.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Without the entries that have a problem; without any where the plan itself has one.</summary>
    private static ImprovementPlan Sound(ImprovementPlan plan, IReadOnlyList<PlanProblem> problems)
    {
        var faulty = problems.Select(p => p.Entry).ToHashSet();
        return plan with
        {
            Baselines = Those(plan.Baselines),
            Objectives = Those(plan.Objectives),
            Cycles = Those(plan.Cycles),
            Measurements = Those(plan.Measurements),
            Meetings = Those(plan.Meetings),
            Answers = Those(plan.Answers),
            Attested = Those(plan.Attested),
        };

        IReadOnlyList<T> Those<T>(IReadOnlyList<T> entries)
            where T : PlanEntry => faulty.Contains(null) ? [] : [.. entries.Where(e => !faulty.Contains(e.Id))];
    }
}
