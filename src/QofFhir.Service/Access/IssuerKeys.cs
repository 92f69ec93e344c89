using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>One issuer's public keys, kept between requests. Whatever tokens arrive, the issuer is asked at most once a minute.</summary>
internal sealed class IssuerKeys(IssuerSettings issuer, HttpClient http, TimeProvider clock, ILogger log) : IDisposable
{
    /// <summary>Afterwards they are fetched again, whether or not a token asks for a new one.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Keys of an issuer that has not answered for so long are not believed any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>A token without the name of its key is tried with each; no issuer has more.</summary>
    private const int MostKeys = 50;

    private readonly SemaphoreSlim _asking = new(1);
    private readonly string _discovery = issuer.Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
    private volatile Kept _kept = new([], default, default, null);

    public void Dispose() => _asking.Dispose();

    public static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    /// <summary>The keys that may have signed a token: those of this name, or all when the token does not say.</summary>
    public async Task<IReadOnlyList<SecurityKey>> For(string? name, CancellationToken cancellation)
    {
        // Whoever could do with what is there does not wait for others' keys.
        if (!Enough(name) && await _asking.WaitAsync(Fits(name).Count > 0 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellation))
        {
            try
            {
                if (!Enough(name))
                {
                    _kept = await Renewed(_kept);
                }
            }
            finally
            {
                _asking.Release();
            }
        }

        return Fits(name);
    }

    private bool Enough(string? name)
    {
        if (issuer.JwksFile is { } file)
        {
            return _kept.File == Stamp.Of(file);
        }

        var now = clock.GetUtcNow();
        return now - _kept.Asked < Pause || (now - _kept.Fetched < Fresh && Fits(name).Count > 0);
    }

    private IReadOnlyList<SecurityKey> Fits(string? name) => string.IsNullOrEmpty(name)
        ? _kept.Keys
        : [.. _kept.Keys.Where(k => string.IsNullOrEmpty(k.KeyId) || k.KeyId == name)];

    /// <remarks>Not ended by the caller's going away: others wait for the same answer.</remarks>
    private async Task<Kept> Renewed(Kept old)
    {
        var now = clock.GetUtcNow();
        var stamp = issuer.JwksFile is { } path ? Stamp.Of(path) : null;
        try
        {
            return new Kept([.. (issuer.JwksFile is { } file ? await Read(file) : issuer.JwksUrl is { } address ? await Fetch(address) : await Discover()).Take(MostKeys)], now, now, stamp);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or TaskCanceledException)
        {
            log.LogError("The keys of the issuer {Issuer} cannot be had ({Fault})", issuer.Issuer, fault.GetType().Name);
            return issuer.JwksFile is null && now - old.Fetched < Stale ? old with { Asked = now } : new Kept([], default, now, stamp);
        }
    }

    private static async Task<IEnumerable<SecurityKey>> Read(string file) => new JsonWebKeySet(await File.ReadAllTextAsync(file)).GetSigningKeys();

    private async Task<IEnumerable<SecurityKey>> Fetch(string address) =>
        new JsonWebKeySet(await new HttpDocumentRetriever(http) { RequireHttps = !new Uri(address).IsLoopback }.GetDocumentAsync(address, CancellationToken.None)).GetSigningKeys();

    private async Task<IEnumerable<SecurityKey>> Discover()
    {
        var safe = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(issuer.Issuer).IsLoopback };
        var found = await OpenIdConnectConfigurationRetriever.GetAsync(_discovery, safe, CancellationToken.None);
        return found.Issuer == issuer.Issuer ? found.SigningKeys : throw new InvalidOperationException("The document is another issuer's.");
    }

    /// <param name="Fetched">When they came.</param>
    /// <param name="Asked">When they were last asked for, with or without success.</param>
    private sealed record Kept(IReadOnlyList<SecurityKey> Keys, DateTimeOffset Fetched, DateTimeOffset Asked, Stamp? File);

    /// <summary>Tells a file from the one that took its place: keys are rotated by replacing it.</summary>
    private sealed record Stamp(DateTime Written, long Length)
    {
        public static Stamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new Stamp(file.LastWriteTimeUtc, file.Length) : null;
    }
}
