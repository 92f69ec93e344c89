using System.Buffers;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Runs;

/// <summary>A result as MeasureReports.</summary>
internal sealed class RunReports(MeasureReportWriter writer, PracticeResult result, PracticeRecords records, DateTimeOffset computedAt)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    private IEnumerable<IndicatorResult> Reported => result.Reported.Where(i => MeasureReportWriter.Reports(i.Indicator));

    public IEnumerable<StoredReport> Summaries() =>
        Reported.Select(i => Written(output => writer.WriteSummary(output, result, i, computedAt)));

    /// <summary>Subject lists and individual reports of all indicators that were evaluated, one after another.</summary>
    public IEnumerable<StoredReport> AboutPatients()
    {
        foreach (var (indicator, states, evidence) in result.Reported.Zip(Qof.Clinical(result, records), Qof.EvidenceOf(result, records)))
        {
            if (indicator.Counts is null || !MeasureReportWriter.Reports(indicator.Indicator))
            {
                continue;
            }

            yield return Written(output => writer.WriteSubjectList(output, result, indicator, p => records.Patient(p).Id, computedAt));
            foreach (var (patient, state, found) in indicator.Outcomes.Zip(states, evidence))
            {
                var individual = new IndividualResult(records.Patient(patient.Patient).Id, patient.Outcome, state, IndividualEvidence.Of(patient.Outcome, found));
                yield return Written(output => writer.WriteIndividual(output, result, indicator, individual, computedAt));
            }
        }
    }

    private StoredReport Written(Action<IBufferWriter<byte>> write)
    {
        _buffer.ResetWrittenCount();
        write(_buffer);
        return StoredReport.Of(_buffer.WrittenSpan);
    }
}
