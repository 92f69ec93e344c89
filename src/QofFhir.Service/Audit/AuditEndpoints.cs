using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using QofFhir.Fhir.Writing.Audit;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Audit;

/// <summary><c>/fhir/AuditEvent</c>: who asked what, for the national role.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder fhir)
    {
        var audit = fhir.MapGroup("").RequireAuthorization(Policies.National);
        audit.MapGet("/AuditEvent", Search);
        audit.MapGet("/AuditEvent/$verify", Verify);
        audit.MapGet("/AuditEvent/{id}", Read);
    }

    private static IResult Search(HttpContext context, IDatabase database)
    {
        var query = AuditQuery.Parse(context.Request.Query);
        if (query.Mistakes.Count > 0)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "value", query.Mistakes);
        }

        context.Response.Headers.CacheControl = "no-store";
        var (total, rows) = database.Read(connection => AuditTable.Search(query, connection));
        var end = query.Offset + rows.Count;
        var address = $"{context.Request.Scheme}://{context.Request.Host}/fhir/AuditEvent";
        return FhirAnswer.Resource(output => SearchBundle.Write(
            output, address, query.Taken, total, rows.Count > 0 && end < total ? end : null, [.. rows.Select(r => (r.Access().Id, Text(r)))]));
    }

    private static IResult Read(string id, IDatabase database) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && database.Read(c => AuditTable.Find(number, c)) is { } row
            ? FhirAnswer.Resource(Text(row))
            : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no AuditEvent with this id.");

    /// <summary>Whether the chain is whole. Its last digest, kept elsewhere, shows later whether the chain has been made anew.</summary>
    private static IResult Verify(IDatabase database)
    {
        var found = AuditChain.Check(database);
        return FhirAnswer.Resource(output =>
        {
            using var json = new Utf8JsonWriter(output);
            json.WriteStartObject();
            json.WriteString("resourceType", "Parameters");
            json.WriteStartArray("parameter");
            Parameter("intact", () => json.WriteBoolean("valueBoolean", found.Fault is null));
            Parameter("events", () => json.WriteString("valueString", found.Last.Number.ToString(CultureInfo.InvariantCulture)));
            Parameter("digest", () => json.WriteString("valueString", found.Last.Digest.Length == 0 ? "none" : found.Last.Digest));
            if (found.Fault is { } fault)
            {
                Parameter("fault", () => json.WriteString("valueString", fault.ToString(CultureInfo.InvariantCulture)));
            }

            json.WriteEndArray();
            json.WriteEndObject();

            void Parameter(string name, Action value)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                value();
                json.WriteEndObject();
            }
        });
    }

    private static string Text(AuditRow row)
    {
        var body = new ArrayBufferWriter<byte>();
        AuditEventWriter.Write(body, row.Access());
        return Encoding.UTF8.GetString(body.WrittenSpan);
    }
}
