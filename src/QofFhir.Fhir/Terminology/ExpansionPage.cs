using System.Text.Json;

namespace QofFhir.Fhir.Terminology;

/// <summary>One page of an expansion as a terminology server gives it.</summary>
/// <param name="Total">Size of the whole expansion; null where the server does not say.</param>
/// <param name="Version">Canonical of the code system's version that was expanded; null where the server does not say.</param>
/// <param name="Whole">False when the server says itself that it left something out.</param>
public sealed record ExpansionPage(int? Total, string? Version, bool Whole, IReadOnlyList<ExpandedCode> Codes)
{
    private static readonly string[] LeftOut =
    [
        "http://hl7.org/fhir/StructureDefinition/valueset-toocostly", "http://hl7.org/fhir/StructureDefinition/valueset-unclosed",
    ];

    /// <summary>Null when it is no ValueSet with an expansion. Entries inside others are taken out; those that only group are left out.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ExpansionPage? Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "ValueSet"
            || !root.TryGetProperty("expansion", out var expansion) || expansion.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var codes = new List<ExpandedCode>();
        Gather(expansion, codes);
        var whole = !Elements(root, "extension").Concat(Elements(expansion, "extension"))
            .Any(e => LeftOut.Contains(Text(e, "url")) && e.TryGetProperty("valueBoolean", out var said) && said.ValueKind == JsonValueKind.True);
        return new ExpansionPage(
            expansion.TryGetProperty("total", out var total) && total.TryGetInt32(out var number) ? number : null,
            VersionOf(expansion), whole, codes);
    }

    private static void Gather(JsonElement owner, List<ExpandedCode> codes)
    {
        foreach (var entry in Elements(owner, "contains"))
        {
            var groups = entry.TryGetProperty("abstract", out var only) && only.ValueKind == JsonValueKind.True;
            if (!groups && Text(entry, "system") is { } system && Text(entry, "code") is { } code)
            {
                codes.Add(new ExpandedCode(system, code, Text(entry, "display")));
            }

            Gather(entry, codes);
        }
    }

    private static string? VersionOf(JsonElement expansion) => Elements(expansion, "parameter")
        .Where(p => Text(p, "name") is "version" or "used-codesystem")
        .Select(p => Text(p, "valueUri") ?? Text(p, "valueString"))
        .FirstOrDefault(v => v is not null);

    private static IEnumerable<JsonElement> Elements(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
