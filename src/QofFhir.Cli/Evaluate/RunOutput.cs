using System.Buffers;
using System.Text;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Cli.Evaluate;

/// <summary>Everything that a run has to tell, and the files that it is told in.</summary>
internal sealed record RunOutput(
    EvaluateArguments Arguments,
    Intake Intake,
    PracticeResult Result,
    IReadOnlyList<IReadOnlyList<ClinicalState>> Clinical,
    IReadOnlyList<string> Warnings,
    DateTimeOffset ComputedAt)
{
    private MeasureReportWriter Reports => new(new MeasureReportSettings(SampleData: Intake.Read.Records.AllSample));

    /// <returns>How many lines were written, the record of the run apart.</returns>
    public int WriteResults(OutFolder folder, CancellationToken cancellation)
    {
        var lines = Lines(folder, RunFiles.MeasureReports, Summaries());
        using (var outcomes = new StreamWriter(folder.Create(RunFiles.Outcomes), new UTF8Encoding(false)))
        {
            OutcomesCsv.Write(outcomes, Result, Intake.Read.Records, Clinical);
        }

        if (Arguments.Strata is not null)
        {
            Csv(folder, RunFiles.Strata, StrataSheet.Groups(Result));
            if (StrataSheet.Gaps(Result) is { Rows.Count: > 0 } gaps)
            {
                Csv(folder, RunFiles.DeprivationGap, gaps);
            }
        }

        if (Result.Framework.AnyYear)
        {
            Csv(folder, RunFiles.AtRisk, AtRiskSheet.Of(Result, Intake.Read.Records));
        }

        cancellation.ThrowIfCancellationRequested();
        lines += Lines(folder, RunFiles.Problems, Problems());
        if (Arguments.SubjectList)
        {
            lines += Lines(folder, RunFiles.SubjectLists, SubjectLists());
        }

        return Arguments.Individual
            ? lines + Lines(folder, RunFiles.IndividualReports, Individuals(cancellation))
            : lines;
    }

    public void WriteRecord(OutFolder folder, Durations durations)
    {
        using var file = folder.Create(RunFiles.Run);
        file.Write(RunRecord.Bytes(this, durations).Span);
    }

    private IEnumerable<Action<IBufferWriter<byte>>> Summaries() => Reported()
        .Select(i => new Action<IBufferWriter<byte>>(o => Reports.WriteSummary(o, Result, i.Indicator, ComputedAt)));

    private IEnumerable<Action<IBufferWriter<byte>>> SubjectLists() => Reported()
        .Select(i => new Action<IBufferWriter<byte>>(o => Reports.WriteSubjectList(
            o, Result, i.Indicator, p => Intake.Read.Records.Patient(p).Id, ComputedAt)));

    private IEnumerable<Action<IBufferWriter<byte>>> Problems() => Intake.Read.Problems
        .Select(p => new Action<IBufferWriter<byte>>(o => OperationOutcomeWriter.Write(o, [p])));

    private IEnumerable<Action<IBufferWriter<byte>>> Individuals(CancellationToken cancellation)
    {
        var writer = Reports;
        foreach (var (index, evidence) in Qof.EvidenceOf(Result, Intake.Read.Records).Index())
        {
            var indicator = Result.Reported[index];
            cancellation.ThrowIfCancellationRequested();
            foreach (var (place, found) in evidence.Index())
            {
                var (patient, outcome) = indicator.Outcomes[place];
                var individual = new IndividualResult(
                    Intake.Read.Records.Patient(patient).Id, outcome, Clinical[index][place], IndividualEvidence.Of(outcome, found));
                yield return o => writer.WriteIndividual(o, Result, indicator, individual, ComputedAt);
            }
        }
    }

    private IEnumerable<(int Index, IndicatorResult Indicator)> Reported() =>
        Result.Reported.Index().Where(i => MeasureReportWriter.Reports(i.Item.Indicator));

    private static void Csv(OutFolder folder, string name, Sheet sheet)
    {
        using var file = new StreamWriter(folder.Create(name), new UTF8Encoding(false));
        sheet.WriteCsv(file);
    }

    private static int Lines(OutFolder folder, string name, IEnumerable<Action<IBufferWriter<byte>>> objects)
    {
        using var file = folder.Create(name);
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        var lines = 0;
        foreach (var write in objects)
        {
            write(buffer);
            buffer.Write("\n"u8);
            file.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            lines++;
        }

        return lines;
    }
}
