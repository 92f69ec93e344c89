using System.Buffers;
using System.Globalization;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Records;
using QofFhir.Extraction;
using QofFhir.Extraction.Cache;
using QofFhir.Fhir.Reading;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary>Counts the measures of a module over the records that are kept of a practice.</summary>
internal sealed class Counting(ServicePlan plan, EvaluationPlaces places, SummaryStore summaries, TimeProvider clock)
{
    /// <param name="on">Nothing dated after it counts.</param>
    /// <returns>What was counted, or why nothing could be.</returns>
    public Task<(CountedPractice? Counted, string? Why)> Try(PlanAt at, DateOnly on, CancellationToken cancellation) =>
        places.Work(() => Count(at.Module, at.Practice, on, cancellation), cancellation);

    /// <summary>Keeps a module's MeasureReports beside those of the practice's runs, from where they are searched and submitted.</summary>
    public void Keep(PracticeResult result, string from)
    {
        var writer = new MeasureReportWriter(new MeasureReportSettings(plan.Realm, result.Framework.SampleCodes || plan.Sample));
        var buffer = new ArrayBufferWriter<byte>();
        summaries.Write(result.Practice!, from, [.. result.Reported.Where(i => MeasureReportWriter.Reports(i.Indicator)).Select(indicator =>
        {
            buffer.ResetWrittenCount();
            writer.WriteSummary(buffer, result, indicator, clock.GetUtcNow());
            return StoredReport.Of(buffer.WrittenSpan);
        })]);
    }

    private (CountedPractice?, string?) Count(LoadedModule module, Practice practice, DateOnly on, CancellationToken cancellation)
    {
        if (module.Module.Measures is not { } measures)
        {
            return (null, "The module measures nothing from the record.");
        }

        using var kept = plan.Records.Of(practice.Ods).Open(out _);
        if (kept is null)
        {
            return (null, "The practice cannot be counted: no records of it are kept; run it first.");
        }

        if (!kept.Contents.Holds(PracticeQueries.For(measures.Plan, RuleBook.ValueSetUrl)))
        {
            return (null, "The practice cannot be counted: the records that are kept were fetched without the module's codes; run the practice again.");
        }

        var reader = new RecordReader(module.Codes!);
        foreach (var (name, open) in kept.Inputs)
        {
            using var stream = open();
            reader.Read(stream, name, cancellation);
        }

        var read = reader.Finish();
        if (measures.SampleCodes && !read.Records.AllSample)
        {
            return (null, "The practice cannot be counted: sample codes are loaded, and not every patient carries the sample tag.");
        }

        var framework = measures.Lacking([.. kept.Contents.Missing.Select(m => m.Gap())]);
        return (new CountedPractice(Qof.Evaluate(framework, read.Records, ServiceDates.Year(on), practice.Ods), read.Records, kept.Contents.TransactionTime), null);
    }
}

/// <param name="TakenAt">The time of the data as the practice's system told it; null: it did not tell.</param>
internal sealed record CountedPractice(PracticeResult Result, PracticeRecords Records, DateTimeOffset? TakenAt)
{
    /// <summary>Measures without a number, each with its reason.</summary>
    public IEnumerable<IndicatorResult> Uncounted => Result.Indicators.Where(i => i.Counts is null);

    /// <summary>One a measure that can be counted.</summary>
    /// <param name="name">Of the identifiers, before measure and day.</param>
    public IReadOnlyList<Measurement> Measurements(string name)
    {
        var on = Result.Dates.AchievementDate;
        var from = TakenAt is { } at ? $"records of {at.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}" : "records of an unknown time";
        return [.. Result.Indicators.Where(i => i.Counts is not null && i.Indicator.Kind == IndicatorKind.Fraction).Select(i => new Measurement(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{i.Indicator.Id}-{on:yyyy-MM-dd}"), 1, i.Indicator.Id, i.Counts!.Numerator, i.Counts.Denominator, on, from,
            Result.Framework.Rules))];
    }
}
