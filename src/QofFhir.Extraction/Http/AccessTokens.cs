using System.Text.Json;
using QofFhir.Extraction.Terminology;

namespace QofFhir.Extraction.Http;

/// <summary>One token at a time, used until it is about to end or is refused.</summary>
internal sealed class AccessTokens
{
    // A token must not end on the way to the server.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly ClientCredentials _credentials;
    private readonly FhirConnection _connection;
    private readonly TimeProvider _clock;
    private string? _token;
    private DateTimeOffset _until;
    private int _uses;

    /// <exception cref="ExtractionException">The secret would travel in the open.</exception>
    public AccessTokens(ClientCredentials credentials, HttpClient http, ExtractionSettings settings, TimeProvider clock, Random jitter)
    {
        if (credentials.TokenAddress.Scheme != Uri.UriSchemeHttps && !credentials.TokenAddress.IsLoopback)
        {
            throw new ExtractionException("token: the address of the token server must be https, or the secret would travel in the open");
        }

        (_credentials, _clock) = (credentials, clock);
        _connection = new FhirConnection(http, new FhirEndpoint(credentials.TokenAddress), settings, clock, jitter);
    }

    /// <exception cref="ExtractionException">No token is given for the credentials.</exception>
    public async Task<string> Token(CancellationToken cancellation)
    {
        if (_token is null || _clock.GetUtcNow() >= _until)
        {
            var answer = await _connection.Ask("token", Request, Parse, cancellation);
            var given = answer.Value?.Text is { Length: > 0 }
                ? answer.Value
                : throw new ExtractionException($"token: {(answer.Refused is { } refused ? $"{refused}, the id or the secret is not accepted" : "the answer holds no access_token")}");
            (_token, _until, _uses) = (given.Text, _clock.GetUtcNow() + TimeSpan.FromSeconds(given.Seconds) - Margin, 0);
        }

        _uses++;
        return _token!;
    }

    /// <summary>True when a token that served before was refused now, so that a new one is worth a try.</summary>
    public bool Renew()
    {
        var served = _uses > 1;
        _token = null;
        return served;
    }

    private HttpRequestMessage Request() => new(HttpMethod.Post, _credentials.TokenAddress)
    {
        Content = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", _credentials.Id), new("client_secret", _credentials.Secret),
        ]),
    };

    private static Given Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("access_token", out var token) && token.ValueKind == JsonValueKind.String
            ? new Given(token.GetString(), root.TryGetProperty("expires_in", out var life) && life.TryGetInt32(out var seconds) ? seconds : 60)
            : new Given(null, 0);
    }

    private sealed record Given(string? Text, int Seconds);
}
