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
        new OutcomeResult(status, code, [.. texts]);

    /// <summary>Writes an OperationOutcome, an issue a text.</summary>
    public static Task Send(HttpContext context, int status, string code, params IEnumerable<string> texts)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "OperationOutcome");
            json.WriteStartArray("issue");
            foreach (var text in texts)
            {
                json.WriteStartObject();
                json.WriteString("severity", "error");
                json.WriteString("code", code);
                json.WriteStartObject("details");
                json.WriteString("text", text);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        return context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).AsTask();
    }

    private sealed class OutcomeResult(int status, string code, string[] texts) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Send(httpContext, status, code, texts);
    }
}
