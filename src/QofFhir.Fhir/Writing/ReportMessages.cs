using System.Text.Json;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing;

/// <summary>What a reader of the report must know even if it knows none of our extensions, as a contained OperationOutcome.</summary>
internal static class ReportMessages
{
    public const string ContainedId = "messages";

    private sealed record Message(string Severity, string Code, string Text);

    public static bool Any(Report report) => Of(report).Any();

    public static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteString("id", ContainedId);
        json.WriteStartArray("issue");
        foreach (var message in Of(report))
        {
            json.WriteStartObject();
            json.WriteString("severity", message.Severity);
            json.WriteString("code", message.Code);
            json.WriteStartObject("details");
            json.WriteString("text", message.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<Message> Of(Report report)
    {
        var evaluability = report.Result.Indicator.Evaluability;
        if (!report.Evaluated)
        {
            // Without shortfalls it is the rules that are missing, not the codes.
            var code = evaluability.Shortfalls.Count == 0 ? "not-supported" : "incomplete";
            yield return new("error", code, "Not evaluable: " + Sentence(evaluability.Reason ?? "no counts were made"));
        }
        else if (evaluability.State == EvaluabilityState.Incomplete)
        {
            yield return new("warning", "incomplete", "Provisional: " + Sentence(evaluability.Reason ?? "some codes are missing"));
        }

        if (report.Practice.OutsideItsYear)
        {
            yield return new("warning", "business-rule", "The achievement date lies outside the framework's own year.");
        }

        if (report.Practice.Registration == RegistrationBasis.NoneRecorded)
        {
            yield return new(
                "warning", "incomplete", "The input has no registration data: everyone alive counts as registered since birth.");
        }

        if (report.Sample)
        {
            yield return new("warning", "informational", "Made from sample codes or sample patients: for trying out only.");
        }
    }

    private static string Sentence(string reason) => reason.EndsWith('.') ? reason : reason + ".";
}
