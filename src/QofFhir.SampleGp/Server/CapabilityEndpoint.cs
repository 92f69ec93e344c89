using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Search;

namespace QofFhir.SampleGp.Server;

/// <summary><c>GET /fhir/metadata</c>: what this system can do.</summary>
internal sealed class CapabilityEndpoint(SampleGpSettings settings)
{
    public Task Get(HttpContext context) => Answers.Json(context, StatusCodes.Status200OK, Write(Answers.BaseUrl(context)));

    private ReadOnlyMemory<byte> Write(string baseUrl)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "CapabilityStatement"u8);
        json.WriteString("status"u8, "active"u8);
        json.WriteBoolean("experimental"u8, true);
        json.WriteString("date"u8, "2026-11-01"u8);
        json.WriteString("kind"u8, "instance"u8);
        json.WriteStartObject("software"u8);
        json.WriteString("name"u8, "QofFhir sample GP system"u8);
        json.WriteEndObject();
        json.WriteStartObject("implementation"u8);
        json.WriteString("description"u8, "Synthetic records only"u8);
        json.WriteString("url"u8, baseUrl);
        json.WriteEndObject();
        json.WriteString("fhirVersion"u8, "4.0.1"u8);
        json.WriteStartArray("format"u8);
        json.WriteStringValue("json"u8);
        json.WriteEndArray();
        json.WriteStartArray("rest"u8);
        json.WriteStartObject();
        json.WriteString("mode"u8, "server"u8);
        Security(json);
        json.WriteStartArray("resource"u8);
        foreach (var (type, parameters) in SearchableTypes.All)
        {
            Resource(json, type, parameters);
        }

        json.WriteEndArray();
        Operation(json, "export");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void Resource(Utf8JsonWriter json, string type, IReadOnlyList<SearchParameter> parameters)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteStartArray("interaction"u8);
        Named(json, "code", "read");
        Named(json, "code", "search-type");
        json.WriteEndArray();
        json.WriteStartArray("searchParam"u8);
        Parameter(json, "_id", "token");
        Parameter(json, "_lastUpdated", "date");
        foreach (var parameter in parameters)
        {
            Parameter(json, parameter.Name, parameter.Kind switch
            {
                ParameterKind.Patient => "reference",
                ParameterKind.Date => "date",
                _ => "token",
            });
        }

        json.WriteEndArray();
        if (type is "Patient" or "Group")
        {
            Operation(json, type == "Patient" ? "patient-export" : "group-export");
        }

        json.WriteEndObject();
    }

    private void Security(Utf8JsonWriter json)
    {
        if (settings.Client is null)
        {
            return;
        }

        json.WriteStartObject("security"u8);
        json.WriteStartArray("service"u8);
        json.WriteStartObject();
        json.WriteStartArray("coding"u8);
        json.WriteStartObject();
        json.WriteString("system"u8, "http://terminology.hl7.org/CodeSystem/restful-security-service"u8);
        json.WriteString("code"u8, "SMART-on-FHIR"u8);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The definition says which version of the guide the export follows.</summary>
    private void Operation(Utf8JsonWriter json, string definition)
    {
        json.WriteStartArray("operation"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, "export"u8);
        json.WriteString("definition"u8, $"http://hl7.org/fhir/uv/bulkdata/OperationDefinition/{definition}|{settings.Bulk.Version}.0.0");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Named(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter json, string name, string type)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("type"u8, type);
        json.WriteEndObject();
    }
}
