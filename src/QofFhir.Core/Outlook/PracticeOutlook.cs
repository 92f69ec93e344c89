using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement.Charts;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;

namespace QofFhir.Core.Outlook;

/// <summary>What is ahead of a practice until the year ends: how it will stand if nothing is added to its records, and what can still be done.</summary>
/// <param name="Today">The last day of which anything is known.</param>
/// <param name="Views">Now, in one and in three months, at the year end.</param>
/// <param name="Indicators">In the order of the framework.</param>
/// <param name="Patients">In the order of the records; only those of whom an indicator asks something.</param>
public sealed record PracticeOutlook(
    Framework Framework,
    string? Practice,
    DateOnly Today,
    IReadOnlyList<OutlookView> Views,
    IReadOnlyList<IndicatorOutlook> Indicators,
    IReadOnlyList<PatientOutlook> Patients)
{
    /// <summary>The last day of the service year that holds today.</summary>
    public DateOnly YearEnd => Views[^1].On;

    /// <summary>The result at the year end if nothing is added.</summary>
    public PracticeResult AtYearEnd => Views[^1].Result;

    /// <param name="practice">ODS code: only patients registered there count. Null: everyone on any list counts.</param>
    /// <exception cref="ArgumentException">The framework holds sample codes and the records are not all sample data.</exception>
    public static PracticeOutlook Of(
        Framework framework, PracticeRecords records, DateOnly today, string? practice = null, IReadOnlyList<Attestation>? attestations = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(records);
        var views = OutlookViews.Of(framework, records, today, practice, attestations);
        var ends = OutlookViews.MonthEnds(today);
        var months = ends.Select(end => Counts(Qof.Evaluate(framework, records, ServiceDates.Year(end), practice))).ToList();
        var outlooks = new PatientOutlooks(framework, records, today, practice);
        PatientOutlook[] patients = [.. Enumerable.Range(0, records.PatientCount).Select(outlooks.Of).OfType<PatientOutlook>()];
        var possible = patients.SelectMany(p => p.StillPossible).CountBy(c => c.Indicator.Id).ToDictionary(StringComparer.Ordinal);
        var lapsing = patients.SelectMany(p => p.Care).Where(c => c.Now == PromptState.DueLater).CountBy(c => c.Indicator.Id).ToDictionary(StringComparer.Ordinal);
        return new PracticeOutlook(
            framework, practice, today, views,
            [.. framework.Indicators.Select(OfIndicator)], patients);

        IndicatorOutlook OfIndicator(FrameworkIndicator indicator, int place)
        {
            IndicatorResult[] results = [.. views.Select(v => v.Result.Indicators[place])];
            var still = possible.GetValueOrDefault(indicator.Id);
            SeriesPoint[] series = [.. ends.Zip(months, (end, counts) => new SeriesPoint(new DateOnly(end.Year, end.Month, 1), counts[place]))];
            var trajectory = results[^1] is { Indicator.Kind: IndicatorKind.Fraction, Counts: { } counts }
                ? Trajectory.Of(series, 12 - ends.Count, counts.Denominator == 0 ? 0 : (counts.Numerator + still) * 100.0 / counts.Denominator)
                : null;
            return new IndicatorOutlook(indicator, results, still, lapsing.GetValueOrDefault(indicator.Id), trajectory);
        }
    }

    private static Proportion?[] Counts(PracticeResult result) =>
        [.. result.Indicators.Select(i => i.Counts is { } c ? (Proportion?)new Proportion(c.Numerator, c.Denominator) : null)];
}
