using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Improvement;

/// <summary>The completion of a module as a framework of its own, in which a practice stands where patients stand elsewhere: 1 in the population, and 1 in the numerator where it is complete. So everything that reports and adds up a framework does so for completion: the sum over a network says how many practices are complete.</summary>
public static class ModuleCompletion
{
    /// <summary>The indicators of the module, which pay all or nothing where their points are known; and, unpaid, each of its requirements.</summary>
    /// <param name="yearStart">1 April of the service year.</param>
    public static Framework FrameworkOf(ImprovementModule module, DateOnly yearStart)
    {
        ArgumentNullException.ThrowIfNull(module);
        var source = $"{module.Source.Document}";
        return new(
            $"{module.Id}-completion", $"{module.Title}: completion", yearStart, $"{yearStart:yyyy}-{yearStart.AddYears(1):yy}",
            [
                .. module.Indicators.Select(i => Indicator(i.Id, i.Title, i.Points ?? 0, i.PointsCertainty, source, i.Points is not null)),
                .. module.Requirements.Select(r => Indicator(r.Id, r.Text, 0, r.Source.Certainty, r.Source.Document, false)),
            ],
            new EvaluationPlan([], [], [], []))
        {
            AnyYear = true,
        };

        FrameworkIndicator Indicator(string id, string title, decimal points, Certainty certainty, string document, bool paid) => new(
            id, title, "Quality improvement", module.Title, IndicatorKind.Fraction, points, null, null, certainty, null, document, null, Evaluability.Complete, paid);
    }

    /// <summary>Where one practice stands.</summary>
    /// <param name="review">Of this plan.</param>
    /// <param name="on">The day that the review is of; the service year is that of the plan.</param>
    public static PracticeResult Of(ImprovementModule module, ImprovementPlan plan, PlanReview review, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(review);
        var framework = FrameworkOf(module, plan.YearStart);
        var achieved = review.Indicators.Select(i => (i.Indicator.Id, i.Achieved)).Concat(review.Requirements.Select(r => (r.Requirement.Id, Achieved: r.Met)))
            .ToDictionary(i => i.Id, i => i.Achieved, StringComparer.Ordinal);
        return new(
            framework, plan.Practice, new ServiceDates(plan.YearStart, plan.YearEnd, on), RegistrationBasis.Recorded, 1, on < plan.YearStart || on > plan.YearEnd,
            [.. framework.Indicators.Select(i => Result(i, achieved[i.Id]))]);
    }

    private static IndicatorResult Result(FrameworkIndicator indicator, bool achieved)
    {
        var counts = new IndicatorCounts(1, [], [], achieved ? 1 : 0, achieved ? 0 : 1);
        return new(indicator, null, counts, counts.Percentage, indicator.Paid ? achieved ? indicator.Points : 0 : null, null, []);
    }
}
