using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server;

/// <summary>Writes FHIR JSON to a response.</summary>
internal static class Answers
{
    public const string FhirJson = "application/fhir+json; charset=utf-8";

    /// <summary>The FHIR base as the client named it; the host filter lets only names of loopback through.</summary>
    public static string BaseUrl(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/fhir";

    /// <summary>The same server under the other name of loopback: another origin for any client.</summary>
    public static string BaseUrlElsewhere(HttpContext context)
    {
        var other = new HostString(context.Request.Host.Host == "localhost" ? "127.0.0.1" : "localhost", context.Request.Host.Port ?? 80);
        return $"{context.Request.Scheme}://{other}{context.Request.PathBase}/fhir";
    }

    public static async Task Json(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = FhirJson;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>One OperationOutcome with an error for each text.</summary>
    /// <param name="code">From the value set IssueType.</param>
    public static Task Outcome(HttpContext context, int status, string code, params IReadOnlyList<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteOutcome(json, "error", code, texts);
        }

        return Json(context, status, buffer.WrittenMemory);
    }

    /// <param name="about">The resource type that it is about; null does not say.</param>
    public static void WriteOutcome(Utf8JsonWriter json, string severity, string code, IReadOnlyList<string> texts, string? about = null)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "OperationOutcome"u8);
        json.WriteStartArray("issue"u8);
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("severity"u8, severity);
            json.WriteString("code"u8, code);
            json.WriteString("diagnostics"u8, text);
            if (about is not null)
            {
                json.WriteStartArray("expression"u8);
                json.WriteStringValue(about);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
