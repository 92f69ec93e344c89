using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Access;

/// <summary>One token at a time for all who ask, used until it is about to end or is refused.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to let go of.")]
internal sealed class AccessTokens
{
    // A token must not end on the way to the server.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Func<Uri, FhirConnection> _open;
    private readonly Func<CancellationToken, Task<TokenGrant>> _prepare;
    private readonly TimeProvider _clock;
    private readonly Action<string> _tell;
    private TokenGrant? _grant;
    private AccessToken? _token;
    private int _offer;
    private string? _granted;

    /// <param name="open">A connection without any access: it must carry no token.</param>
    /// <param name="tell">Hears of scopes that were not granted.</param>
    private AccessTokens(Func<Uri, FhirConnection> open, Func<CancellationToken, Task<TokenGrant>> prepare, TimeProvider clock, Action<string> tell) =>
        (_open, _prepare, _clock, _tell) = (open, prepare, clock, tell);

    /// <returns>Null when the access needs no token that is asked for.</returns>
    /// <exception cref="ExtractionException">A secret would travel in the open.</exception>
    public static AccessTokens? For(FhirEndpoint endpoint, Func<Uri, FhirConnection> open, TimeProvider clock, Action<string> tell)
    {
        switch (endpoint.Access)
        {
            case EndpointAccess.ClientCredentials shared:
                RequireSecrecy(shared.TokenAddress);
                return new AccessTokens(open, _ => Task.FromResult(TokenGrant.With(shared)), clock, tell);
            case EndpointAccess.Smart smart:
                return new AccessTokens(open, Discovered, clock, tell);

                async Task<TokenGrant> Discovered(CancellationToken cancellation) => TokenGrant.With(
                    smart,
                    smart.TokenAddress is null
                        ? await SmartConfiguration.Discover(open(endpoint.Address), endpoint, cancellation)
                        : SmartConfiguration.Unknown,
                    clock);
            default:
                return null;
        }
    }

    /// <exception cref="ExtractionException">No token is given for the credentials.</exception>
    public async Task<AccessToken> Current(CancellationToken cancellation)
    {
        if (_token is { } held && _clock.GetUtcNow() < held.Until)
        {
            return held;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            return _token is { } given && _clock.GetUtcNow() < given.Until ? given : _token = await Ask(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Lets go of a token that was refused, unless another has taken its place already.</summary>
    public void Discard(AccessToken refused) => Interlocked.CompareExchange(ref _token, null, refused);

    /// <summary>Types that our token does not open, though the server has them. A server may leave them out without a word.</summary>
    public IReadOnlyList<string> Unreached(IEnumerable<string> types)
    {
        if (_grant?.Offers[_offer] is not { } offer || !offer.Scopes.Any(s => s.StartsWith("system/", StringComparison.Ordinal)))
        {
            return [];
        }

        var open = _granted ?? string.Join(' ', offer.Scopes);
        return [.. types.Where(t => !offer.LeftOut.Except(PracticeQueries.EveryPracticeHas).Contains(t) && Scopes.NotGranted([$"system/{t}.rs"], open).Count > 0)];
    }

    private async Task<AccessToken> Ask(CancellationToken cancellation)
    {
        var grant = _grant ??= await _prepare(cancellation);
        RequireSecrecy(grant.Address);
        Answer<Given> answer;
        while ((answer = await _open(grant.Address).Ask("token", Request, Parse, cancellation)).Refused?.Issues.Codes is ["error invalid_scope"]
            && _offer + 1 < grant.Offers.Count)
        {
            _offer++;
        }

        var given = answer.Value ?? throw new ExtractionException($"token: {answer.Refused}, our credentials are not accepted");
        if (given.Text is not { Length: > 0 })
        {
            throw new ExtractionException("token: the answer holds no access_token");
        }

        var (asked, leftOut) = grant.Offers[_offer];
        _granted = given.Scope;
        Tell("scopes asked for and not granted", Scopes.NotGranted(asked, _granted));
        Tell("types for which the server offers no scope", leftOut);

        return new AccessToken(given.Text, _clock.GetUtcNow() + TimeSpan.FromSeconds(given.Seconds) - Margin);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, grant.Address) { Content = new FormUrlEncodedContent(grant.Form(grant.Offers[_offer])) };
            request.Headers.Accept.ParseAdd("application/json");
            return request;
        }
    }

    private void Tell(string what, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            _tell($"{what}: {string.Join(", ", words)}");
        }
    }

    private static void RequireSecrecy(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new ExtractionException("token: the address of the token server must be https, or the secret would travel in the open");
        }
    }

    private static Given Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return root.ValueKind != JsonValueKind.Object
            ? new Given()
            : new Given
            {
                Text = Text(root, "access_token"),
                Scope = Text(root, "scope"),
                Seconds = root.TryGetProperty("expires_in", out var life) && life.ValueKind == JsonValueKind.Number && life.TryGetInt32(out var seconds) ? seconds : 60,
            };
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class Given
    {
        public string? Text { get; init; }

        public string? Scope { get; init; }

        public int Seconds { get; init; }
    }
}
