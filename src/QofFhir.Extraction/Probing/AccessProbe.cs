using System.Text.Json;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Requirements;

namespace QofFhir.Extraction.Probing;

/// <summary>How a server lets clients in: what its SMART configuration says.</summary>
internal static class AccessProbe
{
    private const string Area = "access";
    private const string ByHand = "the address for tokens must be configured by hand";
    private const string NoToken = "a token cannot be had by signed assertion: a standing token or mutual TLS is needed";

    public static async Task<IReadOnlyList<ProbeRow>> Run(ProbeConnection open, IReadOnlyList<string> types, CancellationToken cancellation)
    {
        var (found, fault) = await open.Ask("SMART configuration", Request, Parse, cancellation);
        return found is not { } said
            ? [new ProbeRow(Area, "SMART configuration", Expectation.Should, ProbeFinding.Lacks, fault ?? "no answer", ByHand)]
            :
            [
                new ProbeRow(Area, "SMART configuration", Expectation.Should, said.Token ? ProbeFinding.Has : ProbeFinding.Lacks, said.Token ? "found" : "names no token_endpoint", ByHand),
                Listed("grant client_credentials", said.Grants, ["client_credentials"]),
                Listed("assertion by private_key_jwt", said.Methods, ["private_key_jwt"]),
                Listed("algorithm ES384 or RS384", said.Algorithms, ["ES384", "RS384"]),
                Scoped(said.Scopes, types),
            ];

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, open.Endpoint.At(".well-known/smart-configuration"));
            request.Headers.Accept.ParseAdd("application/json");
            return request;
        }
    }

    private static ProbeRow Listed(string what, string[]? said, string[] wanted) => new(
        Area, what, Expectation.Should,
        said is null ? ProbeFinding.Unknown : said.Intersect(wanted).Any() ? ProbeFinding.Has : ProbeFinding.Lacks,
        said is null ? "not said" : Shown(said), NoToken);

    private static ProbeRow Scoped(string[]? said, IReadOnlyList<string> types)
    {
        var missing = said is null ? [] : Scopes.NotGranted(types.Select(t => $"system/{t}.rs"), string.Join(' ', said));
        return new ProbeRow(
            Area, "scopes for the types needed", Expectation.Should,
            said is null ? ProbeFinding.Unknown : missing.Count == 0 ? ProbeFinding.Has : ProbeFinding.Lacks,
            said is null ? "not said" : missing.Count == 0 ? "all" : "not listed: " + string.Join(", ", missing),
            "types without a scope are refused");
    }

    /// <summary>Words of the server; what does not look like one is not repeated.</summary>
    private static string Shown(string[] words) => string.Join(", ", words.Where(w => w.Length < 60 && w.All(c => c is > ' ' and < (char)127)).Take(8));

    private static Said Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind != JsonValueKind.Object ? throw new JsonException("not an object") : new Said(
            root.TryGetProperty("token_endpoint", out var token) && token.ValueKind == JsonValueKind.String,
            Words("grant_types_supported"), Words("token_endpoint_auth_methods_supported"),
            Words("token_endpoint_auth_signing_alg_values_supported"), Words("scopes_supported"));

        string[]? Words(string name) => root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : null;
    }

    private sealed record Said(bool Token, string[]? Grants, string[]? Methods, string[]? Algorithms, string[]? Scopes);
}
