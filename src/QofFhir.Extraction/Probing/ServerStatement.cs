using System.Text.Json;

namespace QofFhir.Extraction.Probing;

/// <summary>What a server's own CapabilityStatement says, as far as we ask.</summary>
/// <param name="Parameters">Search parameters by type; null where no type is listed.</param>
/// <param name="Exports">Levels at which <c>$export</c> is listed: System, Patient, Group; with the version of the guide where it is said.</param>
internal sealed record ServerStatement(
    string? FhirVersion, IReadOnlyDictionary<string, IReadOnlySet<string>>? Parameters, IReadOnlyDictionary<string, string?> Exports)
{
    public bool? Offers(string type) => Parameters?.ContainsKey(type);

    public static ServerStatement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "CapabilityStatement")
        {
            return new ServerStatement(null, null, new Dictionary<string, string?>());
        }

        var parameters = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var exports = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var rest in Objects(root, "rest"))
        {
            Exporting("System", rest);
            foreach (var resource in Objects(rest, "resource"))
            {
                if (Text(resource, "type") is { } type)
                {
                    parameters[type] = Objects(resource, "searchParam").Select(p => Text(p, "name")).OfType<string>().ToHashSet(StringComparer.Ordinal);
                    Exporting(type, resource);
                }
            }
        }

        return new ServerStatement(Text(root, "fhirVersion"), parameters.Count == 0 ? null : parameters, exports);

        // Some list the operations of all levels together; the definition's name says which it is.
        void Exporting(string place, JsonElement owner)
        {
            foreach (var operation in Objects(owner, "operation"))
            {
                var definition = Text(operation, "definition") ?? "";
                var (url, version) = definition.Split('|', 2) is [var u, var v] ? (u, v) : (definition, null);
                var level = url.EndsWith("/group-export", StringComparison.Ordinal) ? "Group" : url.EndsWith("/patient-export", StringComparison.Ordinal) ? "Patient" : place;
                if (Text(operation, "name")?.TrimStart('$') is "export" or "group-export" or "patient-export" && level is "System" or "Patient" or "Group")
                {
                    exports[level] = version;
                }
            }
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
