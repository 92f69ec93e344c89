using System.Text.Encodings.Web;
using System.Text.Json;

namespace QofFhir.Extraction.Requirements;

/// <summary>Writes what we ask of a server as a FHIR R4 CapabilityStatement of kind <c>requirements</c>.</summary>
public static class RequirementsWriter
{
    /// <summary>Its id; the URL ends with it.</summary>
    public const string Id = "qoffhir-requirements";

    private const string Url = "https://qoffhir.example.org/fhir/CapabilityStatement/" + Id;
    private const string Extension = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation";
    private const string Bulk = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";

    /// <returns>Indented UTF-8 with a line end after it: the same requirements give the same bytes.</returns>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<TypeRequirement> requirements)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "CapabilityStatement");
            json.WriteString("id", Id);
            json.WriteString("url", Url);
            json.WriteString("version", "0.1.0");
            json.WriteString("name", "QofFhirRequirements");
            json.WriteString("title", "What QofFhir asks of a GP system");
            json.WriteString("status", "draft");
            json.WriteBoolean("experimental", false);
            json.WriteString("date", "2026-11-22");
            json.WriteString("publisher", "QofFhir");
            json.WriteString("description", "What a FHIR R4 server offers so that a practice can be fetched from it and evaluated. `qof probe` holds a server to this.");
            json.WriteString("kind", "requirements");
            json.WriteString("fhirVersion", "4.0.1");
            json.WriteStartArray("format");
            json.WriteStringValue("json");
            json.WriteEndArray();
            json.WriteStartArray("rest");
            Rest(json, requirements);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    private static void Rest(Utf8JsonWriter json, IReadOnlyList<TypeRequirement> requirements)
    {
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteString(
            "documentation",
            "One way to fetch everything SHALL be there: Bulk Data export (version 2, 3 or 4) of a Group or of all patients, or search of each type with paging. "
            + "Unknown search parameters SHOULD be refused when the client prefers strict handling, and the self link SHALL name those that were taken. "
            + "Code lists are long: search by POST SHOULD be taken.");
        json.WriteStartObject("security");
        json.WriteStartArray("service");
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", "http://terminology.hl7.org/CodeSystem/restful-security-service");
        json.WriteString("code", "SMART-on-FHIR");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("description", "SMART Backend Services with private_key_jwt by ES384 or RS384 SHOULD be offered. A standing bearer token or mutual TLS will do.");
        json.WriteEndObject();
        json.WriteStartArray("resource");
        foreach (var type in requirements)
        {
            Resource(json, type);
        }

        json.WriteEndArray();
        Operation(json, "export", Expectation.May);
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, TypeRequirement type)
    {
        json.WriteStartObject();
        Expect(json, type.Expectation);
        json.WriteString("type", type.Type);
        json.WriteString("documentation", Documentation(type));
        json.WriteStartArray("interaction");
        json.WriteStartObject();
        Expect(json, Expectation.Should);
        json.WriteString("code", "search-type");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("searchParam");
        foreach (var name in type.CodeParameters)
        {
            Parameter(json, name, "token", "With the modifier in where value sets are known, else with lists of system|code.");
        }

        foreach (var name in type.OtherParameters)
        {
            Parameter(json, name, name == "_lastUpdated" ? "date" : "reference", null);
        }

        json.WriteEndArray();
        if (type.Type is "Patient" or "Group")
        {
            Operation(json, type.Type == "Patient" ? "patient-export" : "group-export", Expectation.Should);
        }

        json.WriteEndObject();
    }

    private static string Documentation(TypeRequirement type)
    {
        var elements = type.Elements.Select(e => $"{e.Name} ({e.Expectation.ToString().ToUpperInvariant()})").ToList();
        return $"Without it {type.Without}." + (elements.Count == 0 ? "" : $" Read of it: {string.Join("; ", elements)}.");
    }

    private static void Parameter(Utf8JsonWriter json, string name, string kind, string? documentation)
    {
        json.WriteStartObject();
        Expect(json, Expectation.Should);
        json.WriteString("name", name);
        json.WriteString("type", kind);
        if (documentation is not null)
        {
            json.WriteString("documentation", documentation);
        }

        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, string definition, Expectation expectation)
    {
        json.WriteStartArray("operation");
        json.WriteStartObject();
        Expect(json, expectation);
        json.WriteString("name", "export");
        json.WriteString("definition", Bulk + definition);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Expect(Utf8JsonWriter json, Expectation expectation)
    {
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", Extension);
        json.WriteString("valueCode", expectation.ToString().ToUpperInvariant());
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
