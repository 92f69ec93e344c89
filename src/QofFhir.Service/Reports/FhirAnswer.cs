using System.Buffers;
using System.Text.Json;

namespace QofFhir.Service.Reports;

/// <summary>FHIR answers.</summary>
internal static class FhirAnswer
{
    public const string ContentType = "application/fhir+json; charset=utf-8";

    public static IResult Resource(string json) => Results.Content(json, ContentType);

    public static IResult Resource(Action<IBufferWriter<byte>> write)
    {
        var body = new ArrayBufferWriter<byte>();
        write(body);
        return Results.Bytes(body.WrittenMemory.ToArray(), ContentType);
    }

    public static IResult Outcome(int status, string code, params IEnumerable<string> texts) =>
        new OutcomeResult(status, [.. texts.Select(text => new Issue("error", code, text))]);

    public static IResult Outcome(int status, IReadOnlyList<Issue> issues) => new OutcomeResult(status, issues);

    /// <summary>What was done, for people.</summary>
    public static IResult Note(int status, string text) => new OutcomeResult(status, [new Issue("information", "informational", text)]);

    /// <summary>Writes an OperationOutcome, an issue a text.</summary>
    public static Task Send(HttpContext context, int status, string code, params IEnumerable<string> texts) =>
        Send(context, status, texts.Select(text => new Issue("error", code, text)));

    public static Task Send(HttpContext context, int status, IEnumerable<Issue> issues)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            Write(json, issues);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        return context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }

    /// <summary>Writes an OperationOutcome.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Issue> issues)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("severity", issue.Severity);
            json.WriteString("code", issue.Code);
            json.WriteStartObject("details");
            json.WriteString("text", issue.Text);
            json.WriteEndObject();
            if (issue.Expression is { } expression)
            {
                json.WriteStartArray("expression");
                json.WriteStringValue(expression);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed class OutcomeResult(int status, IReadOnlyList<Issue> issues) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Send(httpContext, status, issues);
    }
}

/// <summary>An issue of an OperationOutcome.</summary>
/// <param name="Severity">error, warning or information.</param>
/// <param name="Code">Of FHIR's issue types.</param>
/// <param name="Expression">FHIRPath; null where it is the whole.</param>
internal sealed record Issue(string Severity, string Code, string Text, string? Expression = null);
