using System.Text.Json;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Metadata;

/// <summary><c>/fhir/metadata</c>: what this FHIR endpoint can do.</summary>
internal static class MetadataEndpoints
{
    public static RouteHandlerBuilder MapMetadata(this IEndpointRouteBuilder app) => app.MapGet("/metadata", Write);

    private static IResult Write(ServicePlan plan, ServiceStart start) => FhirAnswer.Resource(output =>
    {
        var served = Served.By(plan);
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", StoredReport.Moment(start.At));
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "QofFhir");
        json.WriteString("version", typeof(MetadataEndpoints).Assembly.GetName().Version!.ToString(3));
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", served.Description);
        json.WriteEndObject();
        json.WriteString("fhirVersion", "4.0.1");
        json.WriteStartArray("format");
        json.WriteStringValue("application/fhir+json");
        json.WriteStringValue("json");
        json.WriteEndArray();
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteStartObject("security");
        json.WriteString("description", served.Security);
        json.WriteEndObject();
        json.WriteStartArray("resource");
        foreach (var type in served.Types)
        {
            Resource(json, type);
        }

        json.WriteEndArray();
        Codes(json, "interaction", served.Interactions);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Resource(Utf8JsonWriter json, ServedType served)
    {
        json.WriteStartObject();
        json.WriteString("type", served.Type);
        Codes(json, "interaction", served.Interactions);
        if (served.Versioned)
        {
            json.WriteString("versioning", "versioned-update");
            json.WriteBoolean("readHistory", true);
            json.WriteBoolean("updateCreate", true);
            json.WriteBoolean("conditionalUpdate", true);
        }

        json.WriteStartArray("searchParam");
        foreach (var (name, kind) in served.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (served.Operations.Count > 0)
        {
            json.WriteStartArray("operation");
            foreach (var (name, definition) in served.Operations)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("definition", definition);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Codes(Utf8JsonWriter json, string name, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>When this process began.</summary>
internal sealed record ServiceStart(DateTimeOffset At);
