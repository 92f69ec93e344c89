using System.Buffers;
using QofFhir.Core;

namespace QofFhir.Fhir.Writing;

/// <summary>Writes problems as a FHIR R4 OperationOutcome, one issue each, in their order.</summary>
public static class OperationOutcomeWriter
{
    /// <summary>Writes one JSON object without a newline. No problems: one issue that says so, since FHIR wants at least one.</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<Problem> problems)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
        foreach (var problem in problems)
        {
            Issue(Severity(problem.Severity), Code(problem.Kind), problem.Text, problem.Where, problem.Expression);
        }

        if (problems.Count == 0)
        {
            Issue("information", "informational", "No problems were found.", null, null);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Issue(string severity, string code, string text, string? where, string? expression)
        {
            json.WriteStartObject();
            json.WriteString("severity", severity);
            json.WriteString("code", code);
            json.WriteStartObject("details");
            json.WriteString("text", text);
            json.WriteEndObject();
            if (!string.IsNullOrEmpty(where))
            {
                json.WriteString("diagnostics", where);
            }

            if (!string.IsNullOrEmpty(expression))
            {
                json.WriteStartArray("expression");
                json.WriteStringValue(expression);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }

    private static string Severity(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "error",
        ProblemSeverity.Warning => "warning",
        _ => "information",
    };

    private static string Code(ProblemKind kind) => kind switch
    {
        ProblemKind.Incomplete => "incomplete",
        ProblemKind.Unreadable => "invalid",
        ProblemKind.Structure => "structure",
        ProblemKind.Required => "required",
        ProblemKind.Value => "value",
        ProblemKind.Unit => "code-invalid",
        ProblemKind.Reference => "not-found",
        _ => "duplicate",
    };
}
