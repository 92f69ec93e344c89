using System.Text.Json;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>The parts that our three kinds of Library share.</summary>
internal static class LibraryJson
{
    // What our CQL may be given, as FHIR types; the names are part of what is published, as those of the populations are.
    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal)
    {
        ["Measurement Period"] = "Period",
        ["Achievement Date"] = "date",
        ["Registrations Recorded"] = "boolean",
    };

    public static void LibraryType(this Utf8JsonWriter json, string code) => json.Concept("type", Canonicals.LibraryType, code);

    /// <summary>Who the logic is about; every library of ours is about a patient.</summary>
    public static void AboutPatients(this Utf8JsonWriter json) =>
        json.Concept("subjectCodeableConcept", Canonicals.ResourceTypes, "Patient");

    /// <summary>An entry of <c>relatedArtifact</c> that names another resource.</summary>
    public static void Related(this Utf8JsonWriter json, string type, string canonical)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("resource", canonical);
        json.WriteEndObject();
    }

    /// <summary>An entry of <c>relatedArtifact</c> that names a document.</summary>
    public static void Document(this Utf8JsonWriter json, string type, string document)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("display", document);
        json.WriteEndObject();
    }

    /// <summary>A parameter that may be given.</summary>
    public static void Input(this Utf8JsonWriter json, string name) => json.Parameter(name, "in", 0, Given[name]);

    /// <summary>What the logic answers.</summary>
    /// <param name="min">0 where it may have no answer.</param>
    public static void Output(this Utf8JsonWriter json, string name, int min, string type) => json.Parameter(name, "out", min, type);

    /// <param name="valueSet">The canonical of a cluster's value set, as it is to be named.</param>
    public static void Requirements(
        this Utf8JsonWriter json, IEnumerable<DataRequirement> requirements, Func<string, string> valueSet)
    {
        json.WriteStartArray("dataRequirement");
        foreach (var requirement in requirements)
        {
            json.WriteStartObject();
            json.WriteString("type", requirement.Type);
            if (requirement is { Path: { } path, Cluster: { } cluster })
            {
                json.WriteStartArray("codeFilter");
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteString("valueSet", valueSet(cluster.Name));
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Parameter(this Utf8JsonWriter json, string name, string use, int min, string type)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("use", use);
        json.WriteNumber("min", min);
        json.WriteString("max", "1");
        json.WriteString("type", type);
        json.WriteEndObject();
    }
}
