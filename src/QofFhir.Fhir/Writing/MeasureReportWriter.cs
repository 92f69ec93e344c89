using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;

namespace QofFhir.Fhir.Writing;

/// <summary>Writes results as FHIR R4 MeasureReports after DEQM. Each call writes one JSON object, without a newline; equal arguments give equal bytes.</summary>
/// <remarks>Denominators are gross and scores net; an indicator that is not evaluable gives a report of status <c>error</c> without counts. Attestations are about no patients and have no report: ask <see cref="Reports"/> first.</remarks>
public sealed class MeasureReportWriter(MeasureReportSettings settings)
{
    /// <summary>Whether there are MeasureReports for such an indicator; for others the write methods throw.</summary>
    public static bool Reports(FrameworkIndicator indicator) => indicator.Kind != IndicatorKind.Attestation;

    /// <summary>Writes the practice's counts for one indicator.</summary>
    public void WriteSummary(
        IBufferWriter<byte> output, PracticeResult practice, IndicatorResult indicator, DateTimeOffset computedAt)
    {
        var report = new Report(
            ReportType.Summary, settings, practice, indicator, ReportIdentity.Summary(practice, indicator.Indicator), computedAt);
        using var json = FhirJson.To(output);
        ReportHead.Open(json, report);
        var messages = ReportMessages.Any(report);
        if (messages)
        {
            json.WriteStartArray("contained");
            ReportMessages.Write(json, report);
            json.WriteEndArray();
        }

        ReportHead.Write(json, report, subject: null, messages);
        ReportGroup.Open(json, report);
        Counts(json, report);
        if (report.Evaluated)
        {
            ReportStrata.Write(json, report);
        }

        ReportGroup.Close(json);
        json.WriteEndObject();
    }

    /// <summary>Writes where one patient of the indicator's population stands, with the resources that decided.</summary>
    /// <exception cref="ArgumentException">The indicator was not evaluated, or the evidence names a population that its measure does not have.</exception>
    public void WriteIndividual(
        IBufferWriter<byte> output, PracticeResult practice, IndicatorResult indicator, IndividualResult individual,
        DateTimeOffset computedAt)
    {
        var identity = ReportIdentity.Individual(practice, indicator.Indicator, individual.PatientId, settings.PatientKey);
        var report = new Report(ReportType.Individual, settings, practice, indicator, identity, computedAt);
        if (!report.Evaluated)
        {
            throw new ArgumentException("The indicator was not evaluated: there is nothing to say about a patient.", nameof(indicator));
        }

        if (individual.Evidence.FirstOrDefault(e => report.Populations.All(p => p.Code != e.Population)) is { } stray)
        {
            throw new ArgumentException($"The measure has no population '{stray.Population}'.", nameof(individual));
        }

        using var json = FhirJson.To(output);
        ReportHead.Open(json, report);
        ReportHead.Write(json, report, "Patient/" + individual.PatientId, messages: false, individual);
        ReportGroup.Open(json, report);
        var outcome = individual.Outcome;
        ReportGroup.Populations(json, report, p => p.Holds(outcome) ? 1 : 0);
        if (indicator.Indicator.Kind == IndicatorKind.Fraction)
        {
            var achieved = outcome is Outcome.Achieved;
            ReportGroup.Score(json, achieved ? 1 : 0, achieved || outcome.CountsAgainstPractice ? 1 : 0);
        }

        ReportGroup.Close(json);
        EvaluatedResources.Write(json, individual.Evidence);
        json.WriteEndObject();
    }

    /// <summary>Writes which patients are in which population, by reference to their individual reports.</summary>
    /// <param name="patientId">The Patient's id by its place in the practice's records.</param>
    public void WriteSubjectList(
        IBufferWriter<byte> output, PracticeResult practice, IndicatorResult indicator, Func<int, string> patientId,
        DateTimeOffset computedAt)
    {
        var report = new Report(
            ReportType.SubjectList, settings, practice, indicator,
            ReportIdentity.SubjectList(practice, indicator.Indicator), computedAt);
        using var json = FhirJson.To(output);
        ReportHead.Open(json, report);
        var messages = ReportMessages.Any(report);
        json.WriteStartArray("contained");
        SubjectLists.Write(json, report, patientId);
        if (messages)
        {
            ReportMessages.Write(json, report);
        }

        json.WriteEndArray();
        ReportHead.Write(json, report, $"Group/{ReportIdentity.Reporter(practice)}-registered", messages);
        ReportGroup.Open(json, report);

        // No strata here: DEQM would want a list for every population of every label, and each individual report names its row.
        Counts(json, report);
        ReportGroup.Close(json);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, Report report)
    {
        if (!report.Evaluated)
        {
            ReportGroup.Populations(json, report, count: null);
            return;
        }

        var counts = report.Result.Counts!;
        ReportGroup.Populations(json, report, p => p.Count(counts));
        if (report.Result.Indicator.Kind == IndicatorKind.Fraction)
        {
            ReportGroup.Score(json, counts.Numerator, counts.Denominator);
        }
    }
}
