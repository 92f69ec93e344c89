using System.Text.Json;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Access;

/// <summary>What we need of a server's SMART configuration; the rest may be absent or wrong.</summary>
/// <param name="TokenEndpoint">As the server writes it, since the assertion must repeat it sign for sign.</param>
/// <param name="Algorithms">For assertions; null where the server does not say.</param>
internal sealed record SmartConfiguration(string? TokenEndpoint, IReadOnlyCollection<string>? Algorithms)
{
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
        return root.ValueKind != JsonValueKind.Object ? new SmartConfiguration(null, null) : new SmartConfiguration(
            root.TryGetProperty("token_endpoint", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString() : null,
            root.TryGetProperty("token_endpoint_auth_signing_alg_values_supported", out var list) && list.ValueKind == JsonValueKind.Array
                && list.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!).ToArray() is { Length: > 0 } named
                ? named
                : null);
    }
}
