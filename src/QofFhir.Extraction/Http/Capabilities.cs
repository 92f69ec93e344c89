using System.Text.Json;

namespace QofFhir.Extraction.Http;

/// <summary>What a server's CapabilityStatement says of itself.</summary>
/// <param name="Types">Resource types that it offers; null where the statement does not list any.</param>
internal sealed record Capabilities(string? FhirVersion, IReadOnlySet<string>? Types)
{
    /// <summary>The server's own time when it answered; null where it does not say.</summary>
    public DateTimeOffset? At { get; private init; }

    public bool Offers(string type) => Types is null || Types.Contains(type);

    public static async Task<Capabilities> Read(FhirConnection connection, FhirEndpoint endpoint, CancellationToken cancellation)
    {
        var answer = await connection.Ask(
            "metadata", () => new HttpRequestMessage(HttpMethod.Get, endpoint.At("metadata")),
            (response, body) => Parse(body) with { At = response.Headers.Date }, cancellation);
        if (answer.Value is not { } said)
        {
            throw new ExtractionException($"metadata: {answer.Refused}; there is no FHIR server at this address");
        }

        if (said.FhirVersion is null)
        {
            throw new ExtractionException("metadata: the answer is no CapabilityStatement with a fhirVersion");
        }

        return said.FhirVersion == "4.0" || said.FhirVersion.StartsWith("4.0.", StringComparison.Ordinal)
            ? said
            : throw new ExtractionException($"metadata: the server speaks FHIR {Shown(said.FhirVersion)}; FHIR R4 (4.0) is needed");
    }

    private static Capabilities Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "CapabilityStatement")
        {
            return new Capabilities(null, null);
        }

        var types = Elements(root, "rest")
            .SelectMany(rest => Elements(rest, "resource"))
            .Select(resource => Text(resource, "type"))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return new Capabilities(Text(root, "fhirVersion"), types.Count == 0 ? null : types);
    }

    private static IEnumerable<JsonElement> Elements(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Shown(string version) => version.Length > 20 ? version[..20] : version;
}
