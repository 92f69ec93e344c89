using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;
using QofFhir.Core.Improvement.Networks;
using QofFhir.Core.Rules;

namespace QofFhir.Service.Improvement;

/// <summary>What is told of modules and plans.</summary>
internal static class PlanJson
{
    public static object Of(ImprovementModule module) => new
    {
        id = module.Id,
        title = module.Title,
        local = module.Local,
        years = module.Years.Select(y => y.Year),
        source = module.Source.Document,
        certainty = module.Source.Certainty,
        indicators = module.Indicators.Select(i => new { id = i.Id, title = i.Title, points = i.Points, pointsCertainty = i.PointsCertainty, requirements = i.Requirements }),
        requirements = module.Requirements.Select(r => new { id = r.Id, text = r.Text, kind = r.Kind, atLeast = r.AtLeast, certainty = r.Source.Certainty }),
        template = module.Template.Select(f => new { id = f.Id, question = f.Question, type = f.Type, needed = f.Needed }),
        measures = PlanCheck.MeasuresOf(module).Select(m => new { id = m.Id, title = m.Title, certainty = m.RulesCertainty, evaluability = m.Evaluability.State, reason = m.Evaluability.Reason }),
        sampleCodes = module.Measures?.SampleCodes,
    };

    /// <param name="counted">What was counted just now; null: nothing was.</param>
    public static object Of(ImprovementModule module, StoredPlan stored, DateOnly today, CountedPractice? counted = null) => new
    {
        practice = stored.Key.Practice,
        module = module.Id,
        title = module.Title,
        year = stored.Key.Year,
        paid = module.Indicators.Count > 0 && module.Years.Any(y => y.Year == stored.Key.Year),
        today,
        changes = stored.Changes,
        notCounted = counted?.Uncounted.Select(i => new { measure = i.Indicator.Id, reason = i.Indicator.Evaluability.Reason }),
        plan = stored.Plan,
        review = Of(PlanReview.Of(module, stored.Plan, today)),
        progress = NetworkProgress.Of("", module, [stored.Plan], today).Measures.Select(m => Of(module, stored.Plan, m, today)),
    };

    public static object Of(NetworkProgress progress, ImprovementModule module, int year, DateOnly today) => new
    {
        network = progress.Network,
        module = module.Id,
        title = module.Title,
        year,
        today,
        measures = progress.Measures.Select(m => new
        {
            measure = m.Measure,
            title = m.Title,
            coverage = m.Coverage,
            baseline = m.Baseline,
            now = m.Now,
            change = m.Change.Difference,
            verdict = m.Change.Verdict,
            text = m.Change.Text,
            practices = m.Practices.Select(p => new
            {
                practice = p.Practice,
                baseline = Of(p.Baseline),
                now = Of(p.Now),
                target = p.Objective?.Target,
                by = p.Objective?.By,
                reached = p.Reached,
                verdict = p.Change?.Verdict,
            }),
        }),
        learning = progress.Learning,
    };

    public static object Of(ProgressChart chart, string measure) => new
    {
        measure,
        kind = chart.Kind,
        better = chart.Better,
        centre = chart.Centre,
        points = chart.Points,
        signals = chart.Signals,
        runs = chart.Runs,
        meanRange = chart.MeanRange,
        rangeLimit = chart.RangeLimit,
        notes = chart.Notes,
    };

    private static object Of(PlanReview review) => new
    {
        points = review.Points,
        indicators = review.Indicators.Select(i => new { id = i.Indicator.Id, title = i.Indicator.Title, achieved = i.Achieved, points = i.Points, of = i.Indicator.Points, why = i.Why }),
        requirements = review.Requirements.Select(r => new { id = r.Requirement.Id, met = r.Met, have = r.Have, need = r.Need, why = r.Why, certainty = r.Requirement.Source.Certainty }),
        declaration = new { state = review.Declaration.State, why = review.Declaration.Why },
        problems = review.Problems.Select(p => p.ToString()),
    };

    private static object Of(ImprovementModule module, ImprovementPlan plan, MeasureProgress progress, DateOnly today)
    {
        var measure = PlanCheck.MeasuresOf(module).First(m => m.Id == progress.Measure);
        var here = progress.Practices[0];
        return new
        {
            measure = measure.Id,
            title = measure.Title,
            counted = measure.Evaluability.State != EvaluabilityState.NotEvaluable,
            notCounted = measure.Evaluability.State == EvaluabilityState.NotEvaluable ? measure.Evaluability.Reason : null,
            baseline = Of(here.Baseline),
            now = Of(here.Now),
            target = here.Objective?.Target,
            by = here.Objective?.By,
            reached = here.Reached,
            verdict = here.Change?.Verdict,
            text = here.Change?.Text,
            chart = ProgressChart.Of(MonthlySeries.Of(plan, measure.Id, today), null, plan.WantedOf(measure.Id, today) ?? Direction.Higher) is var chart ? new { kind = chart.Kind, signals = chart.Signals, notes = chart.Notes } : null,
        };
    }

    private static object? Of(Measurement? counted) => counted is null ? null : new { on = counted.On, numerator = counted.Numerator, denominator = counted.Denominator, share = counted.Counts.Share };
}
