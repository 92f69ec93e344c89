using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Organisations;

namespace QofFhir.Service.Rollups;

/// <summary>The shape that charts are drawn from; <c>docs/rollups.md</c> describes it.</summary>
internal static class RollupJson
{
    private const int Places = 4;

    public static object Of(OrganisationRollup rollup, IReadOnlyList<TrendPoint>? trend)
    {
        var question = rollup.Question;
        return new
        {
            organisation = new { question.Organisation.Code, kind = OrganisationRole.Code(question.Organisation.Kind), question.Organisation.Name },
            question.Framework,
            achievementDate = question.On,
            coverage = Told(rollup.Coverage, true),
            reportsOfStrangers = rollup.Strangers,
            rollup.Sample,
            indicators = rollup.Indicators.Select(i => Told(i, question.Indicator is not null)),
            trend = trend?.Select(t => new { achievementDate = t.On, t.Expected, t.Reporting, counts = Told(t.Counts), shares = rollup.Indicators is [{ Register: true }] ? null : Shares(t.Counts) }),
        };
    }

    private static object Told(IndicatorRollup indicator, bool whole)
    {
        var (rollup, counts) = (indicator.Rollup, indicator.Rollup.Counts);
        return new
        {
            indicator.Indicator,
            kind = indicator.Register ? "register" : "fraction",
            indicator.Measure,
            rules = indicator.Rules,
            mixedRules = indicator.Rules.Count > 1,
            indicator.Sample,
            coverage = Told(indicator.Coverage, whole),
            counts = indicator.Register ? new { counts.Population } : Told(counts),
            adjustedByReason = indicator.Register ? null : counts.Reasons.OrderBy(r => r.Key).Select(r => new { reason = CodeNames.Of(r.Key), count = r.Value }),
            adjustedWithoutReason = indicator.Register ? (long?)null : counts.Adjusted - counts.Reasons.Values.Sum(),
            shares = indicator.Register ? null : Shares(counts),
            achievementInterval = !indicator.Register && counts.Achievement.Interval is { } interval ? new { lower = Round(interval.Lower), upper = Round(interval.Upper) } : null,
            prevalence = rollup.Prevalence is { } prevalence
                ? new { register = prevalence.Numerator, listSize = prevalence.Denominator, share = Round(prevalence.Share), practices = rollup.ListsKnown }
                : null,
            practices = rollup.Achievements is { } spread
                ? new
                {
                    spread.Count,
                    least = Round(spread.Least),
                    lowerQuartile = Round(spread.LowerQuartile),
                    median = Round(spread.Median),
                    upperQuartile = Round(spread.UpperQuartile),
                    greatest = Round(spread.Greatest),
                    deciles = spread.Deciles.Select(d => Round(d)),
                }
                : null,
            dispersion = Round(rollup.Dispersion),
            adjustedByMonth = whole && !indicator.Register ? rollup.Months.Select(m => new { reason = CodeNames.Of(m.Reason), month = m.Month?.ToString("yyyy-MM", null), m.Count }) : null,
            groups = whole ? rollup.Groups.Select(g => new { g.Stratum, g.Group, counts = Told(g.Counts), share = Round(g.Counts.Achievement.Share) }) : null,
            deprivationGap = whole ? rollup.DeprivationGap : null,
            funnel = whole && !indicator.Register ? Funnel(indicator) : null,
        };
    }

    private static object Funnel(IndicatorRollup indicator) => new
    {
        target = Round(indicator.Rollup.Counts.Achievement.Share),
        limits = "binomial, drawn apart by the square root of the dispersion where that is above 1",
        points = FunnelPoint.Of(indicator.Reports, indicator.Rollup.Dispersion ?? 1).Select(p => new
        {
            p.Practice,
            p.Achievement.Numerator,
            p.Achievement.Denominator,
            share = Round(p.Achievement.Share),
            lower998 = Round(p.Limits.Lower998),
            lower95 = Round(p.Limits.Lower95),
            upper95 = Round(p.Limits.Upper95),
            upper998 = Round(p.Limits.Upper998),
        }),
    };

    private static object Told(Coverage coverage, bool byName) => new
    {
        coverage.Expected,
        coverage.Readable,
        coverage.Reporting,
        coverage.NotEvaluated,
        coverage.Late,
        missing = coverage.Missing.Count,
        missingPractices = byName ? coverage.Missing : null,
    };

    private static object Told(ReportedCounts counts) => new
    {
        counts.Population,
        counts.Exclusions,
        counts.Adjusted,
        counts.Numerator,
        counts.Denominator,
        counts.GrossDenominator,
        counts.CareGap,
    };

    private static object Shares(ReportedCounts counts) => new
    {
        achievement = Round(counts.Achievement.Share),
        received = Round(counts.Received.Share),
        careGap = Round(counts.Gap.Share),
        adjusted = Round(counts.AdjustmentRate.Share),
    };

    private static double? Round(double? share) => share is { } value ? Math.Round(value, Places, MidpointRounding.AwayFromZero) : null;
}
