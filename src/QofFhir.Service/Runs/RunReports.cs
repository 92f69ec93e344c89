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

    private IEnumerable<IndicatorResult> Reported => result.Indicators.Where(i => MeasureReportWriter.Reports(i.Indicator));

    public IEnumerable<StoredReport> Summaries() =>
        Reported.Select(i => Written(output => writer.WriteSummary(output, result, i, computedAt)));

    /// <summary>Subject lists and individual reports of all indicators that were evaluated, one after another.</summary>
    public IEnumerable<StoredReport> AboutPatients()
    {
        using var clinical = Qof.Clinical(result, records).GetEnumerator();
        foreach (var indicator in result.Indicators)
        {
            clinical.MoveNext();
            if (indicator.Counts is null || !MeasureReportWriter.Reports(indicator.Indicator))
            {
                continue;
            }

            yield return Written(output => writer.WriteSubjectList(output, result, indicator, p => records.Patient(p).Id, computedAt));
            for (var i = 0; i < indicator.Outcomes.Count; i++)
            {
                var individual = Individual(indicator, indicator.Outcomes[i], clinical.Current[i]);
                yield return Written(output => writer.WriteIndividual(output, result, indicator, individual, computedAt));
            }
        }
    }

    private IndividualResult Individual(IndicatorResult indicator, PatientOutcome patient, ClinicalState clinical)
    {
        var walk = Qof.Explain(result.Framework, records, result.Dates, patient.Patient, indicator.Indicator.Id, result.Practice);
        return new IndividualResult(records.Patient(patient.Patient).Id, patient.Outcome, clinical, [.. Evidence(walk, patient.Outcome)]);
    }

    /// <summary>What put the patient on the register, and what the deciding row was read from.</summary>
    private static IEnumerable<IndividualEvidence> Evidence(Explanation walk, Outcome outcome)
    {
        var registers = walk.Registers.Where(r => r.On).SelectMany(r => r.Rows.Where(row => row.Held)).SelectMany(Sources).Distinct().ToArray();
        if (registers.Length > 0)
        {
            yield return new IndividualEvidence("initial-population", registers);
        }

        var population = outcome switch
        {
            Outcome.Excluded => "denominator-exclusion",
            Outcome.Adjusted => "denominator-exception",
            Outcome.Achieved => "numerator",
            _ => null,
        };
        var sources = walk.Rows.Where(r => r.Held).SelectMany(Sources).Distinct().ToArray();
        if (population is not null && sources.Length > 0)
        {
            yield return new IndividualEvidence(population, sources);
        }
    }

    private static IEnumerable<string> Sources(WalkedRow row) => row.Lines.SelectMany(l => l.Fields).SelectMany(f => f.Sources);

    private StoredReport Written(Action<IBufferWriter<byte>> write)
    {
        _buffer.ResetWrittenCount();
        write(_buffer);
        return StoredReport.Of(_buffer.WrittenSpan);
    }
}
