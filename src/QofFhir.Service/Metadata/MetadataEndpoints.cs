using System.Text.Json;
using QofFhir.Service.Practices;
using QofFhir.Service.Publishing;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Metadata;

/// <summary><c>/fhir/metadata</c>: what this FHIR endpoint can do.</summary>
internal static class MetadataEndpoints
{
    private static readonly (string Name, string Type)[] ReportParameters =
    [
        ("_id", "token"), ("identifier", "token"), ("measure", "reference"), ("reporter", "reference"), ("period", "date"),
        ("date", "date"), ("status", "token"), ("type", "token"), ("patient", "reference"), ("subject", "reference"),
    ];

    public static void MapMetadata(this IEndpointRouteBuilder app) => app.MapGet("/metadata", Write).AllowAnonymous();

    private static IResult Write(ServicePlan plan, ServiceStart start) => FhirAnswer.Resource(output =>
    {
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
        json.WriteString("description", "QOF achievement as MeasureReports, and the definitions behind it");
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
        json.WriteString("description", "Reports about patients need a bearer key or a token with the scope for them"
            + (plan.Jwt is null ? "." : "; everything else needs any valid token."));
        json.WriteEndObject();
        json.WriteStartArray("resource");
        Resource(json, "MeasureReport", ReportParameters);
        foreach (var type in DefinitionEndpoints.Types)
        {
            Resource(json, type, DefinitionSearch.Parameters);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Resource(Utf8JsonWriter json, string type, (string Name, string Type)[] parameters)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("interaction");
        foreach (var code in new[] { "read", "search-type" })
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("searchParam");
        foreach (var (name, kind) in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (type == "Measure")
        {
            json.WriteStartArray("operation");
            json.WriteStartObject();
            json.WriteString("name", "data-requirements");
            json.WriteString("definition", DataRequirementsEndpoints.Operation);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}

/// <summary>When this process began.</summary>
internal sealed record ServiceStart(DateTimeOffset At);
