using System.Buffers;
using QofFhir.Core;
using QofFhir.Fhir.Writing;

namespace QofFhir.Service.Runs;

/// <summary>The problems of a run as an OperationOutcome, without patient data.</summary>
internal static class RunProblems
{
    /// <summary>Problems of resources that are kept of a run.</summary>
    public const int Kept = 500;

    /// <param name="ofRecords">Of the resources that were read: the first of them.</param>
    public static void Write(IBufferWriter<byte> output, Run run, IReadOnlyList<Problem> ofRecords)
    {
        var problems = new List<Problem>();
        if (run.Reason is { } reason)
        {
            problems.Add(Of(ProblemSeverity.Error, "run", reason));
        }

        problems.AddRange((run.Extraction?.Missing ?? []).Select(m => Of(ProblemSeverity.Error, "extraction", m)));
        problems.AddRange(run.Warnings.Select(w => Of(ProblemSeverity.Warning, "run", w)));
        problems.AddRange((run.Extraction?.Warnings ?? []).Select(w => Of(ProblemSeverity.Warning, "extraction", w)));
        problems.AddRange((run.Extraction?.NotHonoured ?? []).Select(n => Of(ProblemSeverity.Information, "extraction", n)));
        problems.AddRange((run.Submission?.Failures ?? []).Select(f => Of(ProblemSeverity.Warning, "submission", f)));
        problems.AddRange(ofRecords);
        if (run.Records?.Problems > ofRecords.Count)
        {
            problems.Add(Of(ProblemSeverity.Information, "records", $"{run.Records.Problems - ofRecords.Count} more problems of resources are not listed"));
        }

        OperationOutcomeWriter.Write(output, problems);
    }

    private static Problem Of(ProblemSeverity severity, string where, string text) => new(ProblemKind.Incomplete, severity, where, null, text);
}
