using System.Text.Json;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Access;

/// <summary>What we need of a server's SMART configuration; the rest may be absent or wrong.</summary>
/// <param name="TokenEndpoint">As the server writes it, since the assertion must repeat it sign for sign.</param>
/// <param name="Algorithms">For assertions; null where the server does not say.</param>
/// <param name="Scopes">That it knows; empty where it does not say.</param>
internal sealed record SmartConfiguration(string? TokenEndpoint, IReadOnlyCollection<string>? Algorithms, IReadOnlyCollection<string> Scopes)
{
    /// <summary>Of a server that was not asked.</summary>
    public static SmartConfiguration Unknown { get; } = new(null, null, []);

    public static async Task<SmartConfiguration> Discover(FhirConnection open, FhirEndpoint endpoint, CancellationToken cancellation)
    {
        var answer = await open.Ask("SMART configuration", Request, Parse, cancellation);
        return answer.Value ?? throw new ExtractionException($"SMART configuration: {answer.Refused}; the address for tokens must be configured");

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, endpoint.At(".well-known/smart-configuration"));
            request.Headers.Accept.ParseAdd("application/json");
            return request;
        }
    }

    private static SmartConfiguration Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind != JsonValueKind.Object ? Unknown : new SmartConfiguration(
            root.TryGetProperty("token_endpoint", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString() : null,
            Words(root, "token_endpoint_auth_signing_alg_values_supported") is { Length: > 0 } named ? named : null,
            Words(root, "scopes_supported"));
    }

    private static string[] Words(JsonElement root, string name) => root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)]
        : [];
}
