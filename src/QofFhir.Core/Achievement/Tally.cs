using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Achievement;

/// <summary>Counts the outcomes of one indicator and turns them into points.</summary>
internal static class Tally
{
    public static IndicatorResult Of(
        FrameworkIndicator indicator, IndicatorRule? rule, IReadOnlyList<PatientOutcome> outcomes, Attestation? attestation)
    {
        if (indicator.Kind == IndicatorKind.Attestation)
        {
            decimal? declared = attestation is null ? null : attestation.Declared ? indicator.Points : 0;
            return new IndicatorResult(indicator, rule, null, null, declared, attestation, []);
        }

        if (indicator.Evaluability.State == EvaluabilityState.NotEvaluable)
        {
            return new IndicatorResult(indicator, rule, null, null, null, null, []);
        }

        var counts = Count(rule, outcomes);
        if (indicator.Kind == IndicatorKind.Register)
        {
            // A register that is kept earns its points at any size, none included.
            return new IndicatorResult(indicator, rule, counts, null, indicator.Paid ? indicator.Points : null, null, outcomes);
        }

        var points = indicator is { Lower: { } lower, Upper: { } upper }
            ? PointsRule.Between(counts.Numerator, counts.Denominator, indicator.Points, lower, upper)
            : null;
        return new IndicatorResult(indicator, rule, counts, counts.Percentage, points, null, outcomes);
    }

    public static IndicatorCounts Count(IndicatorRule? rule, IReadOnlyList<PatientOutcome> outcomes)
    {
        // By reference: a row is a deep value, and hashing one for each patient costs more than walking it.
        var byRow = outcomes.Select(o => o.Outcome.Row).OfType<Row>()
            .CountBy(row => (object)row, ReferenceEqualityComparer.Instance)
            .ToDictionary(c => (Row)c.Key, c => c.Value);
        var rows = rule is IndicatorRule.Fraction f ? f.Rows : [];
        return new IndicatorCounts(
            outcomes.Count,
            ByLabel(rows, RowEnd.Exclude, byRow),
            ByLabel(rows, RowEnd.Adjust, byRow),
            outcomes.Count(o => o.Outcome is Outcome.Achieved),
            outcomes.Count(o => o.Outcome is Outcome.Outstanding));
    }

    /// <summary>Labels in the order of the rows; several rows of one label are one count.</summary>
    private static LabelCount[] ByLabel(IReadOnlyList<Row> rows, RowEnd end, Dictionary<Row, int> byRow) =>
        [.. rows.Where(r => r.End == end)
            .GroupBy(r => r.Label!, StringComparer.Ordinal)
            .Select(g => new LabelCount(g.Key, g.First().Reason, g.Distinct().Sum(r => byRow.GetValueOrDefault(r))))];
}
