using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace QofFhir.Fhir.Writing.Audit;

/// <summary>Writes a FHIR AuditEvent.</summary>
public static class AuditEventWriter
{
    private const string Types = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private const string Interactions = "http://hl7.org/fhir/restful-interaction";
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Roles = "https://qoffhir.example.org/fhir/CodeSystem/reader-role";
    private const string EntityTypes = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private const string ObjectRoles = "http://terminology.hl7.org/CodeSystem/object-role";
    private const string SourceTypes = "http://terminology.hl7.org/CodeSystem/security-source-type";
    private const string Aggregator = "QofFhir aggregator";

    public static void Write(IBufferWriter<byte> output, AuditedAccess access)
    {
        using var json = FhirJson.To(output);
        var interaction = RestInteraction.Of(access.Method, access.Route);
        json.WriteStartObject();
        json.WriteString("resourceType", "AuditEvent");
        json.WriteString("id", access.Id);
        json.WritePropertyName("type");
        json.Coding(Types, "rest", "RESTful Operation");
        if (interaction is not null)
        {
            json.WriteStartArray("subtype");
            json.Coding(Interactions, interaction, interaction);
            json.WriteEndArray();
        }

        json.WriteString("action", RestInteraction.Action(access.Method, interaction));
        json.WriteString("recorded", access.Recorded.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("outcome", Outcome(access.Status));
        json.WriteString("outcomeDesc", $"HTTP {access.Status}");
        json.WriteStartArray("purposeOfEvent");
        json.ConceptValue(PurposeOfUse.System, access.Purpose);
        json.WriteEndArray();
        json.WriteStartArray("agent");
        Asking(json, access);
        Answering(json);
        json.WriteEndArray();
        json.WriteStartObject("source");
        json.WriteStartObject("observer");
        json.WriteString("display", Aggregator);
        json.WriteEndObject();
        json.WriteStartArray("type");
        json.Coding(SourceTypes, "4", "Application Server");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("entity");
        Asked(json, access);
        if (access.Query is { } query)
        {
            Query(json, $"{access.Path}?{query}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>4: refused; 8: failed; 12: failed because the service could not work.</summary>
    private static string Outcome(int status) => status switch
    {
        < 400 => "0",
        < 500 => "4",
        503 => "12",
        _ => "8",
    };

    private static void Asking(Utf8JsonWriter json, AuditedAccess access)
    {
        json.WriteStartObject();
        json.Concept("type", Dicom, "110153", "Source Role ID");
        if (access.Role is { } role)
        {
            json.WriteStartArray("role");
            json.ConceptValue(Roles, role);
            json.WriteEndArray();
        }

        json.WriteStartObject("who");
        if (access.Client is { } client)
        {
            json.WriteStartObject("identifier");
            if (access.Issuer is { } issuer)
            {
                json.WriteString("system", issuer);
            }

            json.WriteString("value", client);
            json.WriteEndObject();
        }

        json.WriteString("display", access.Client ?? "unknown");
        json.WriteEndObject();
        json.WriteBoolean("requestor", true);
        if (access.Address is { } address)
        {
            json.WriteStartObject("network");
            json.WriteString("address", address);
            json.WriteString("type", "2");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (access.Organisation is { } organisation)
        {
            json.WriteStartObject();
            json.WriteStartObject("who");
            json.WriteString("reference", "Organization/" + organisation);
            json.WritePropertyName("identifier");
            json.Identifier(Canonicals.OdsOrganization, organisation);
            json.WriteEndObject();
            json.WriteBoolean("requestor", false);
            json.WriteEndObject();
        }
    }

    private static void Answering(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Concept("type", Dicom, "110152", "Destination Role ID");
        json.WriteStartObject("who");
        json.WriteString("display", Aggregator);
        json.WriteEndObject();
        json.WriteBoolean("requestor", false);
        json.WriteEndObject();
    }

    private static void Asked(Utf8JsonWriter json, AuditedAccess access)
    {
        json.WriteStartObject();
        if (access.Route.EndsWith("/{id}", StringComparison.Ordinal) && access.Path.StartsWith("/fhir/", StringComparison.OrdinalIgnoreCase))
        {
            json.WriteStartObject("what");
            json.WriteString("reference", access.Path["/fhir/".Length..]);
            json.WriteEndObject();
        }

        json.WritePropertyName("type");
        json.Coding(EntityTypes, "2", "System Object");
        json.WritePropertyName("role");
        json.Coding(ObjectRoles, "4", "Domain Resource");
        json.WriteString("name", access.Path);
        json.WriteStartArray("detail");
        Detail(json, "method", access.Method);
        Detail(json, "route", access.Route.Length == 0 ? "none" : access.Route);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Query(Utf8JsonWriter json, string query)
    {
        json.WriteStartObject();
        json.WritePropertyName("type");
        json.Coding(EntityTypes, "2", "System Object");
        json.WritePropertyName("role");
        json.Coding(ObjectRoles, "24", "Query");
        json.WriteBase64String("query", Encoding.UTF8.GetBytes(query));
        json.WriteEndObject();
    }

    private static void Detail(Utf8JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("valueString", value);
        json.WriteEndObject();
    }
}
