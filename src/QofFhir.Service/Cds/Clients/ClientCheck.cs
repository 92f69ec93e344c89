using Microsoft.IdentityModel.JsonWebTokens;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds.Clients;

/// <summary>Tells who calls, by the token that CDS Hooks has clients sign for each call. Why somebody is refused is not told.</summary>
internal sealed class ClientCheck : IDisposable
{
    private const string Kind = "JWT";
    private const int LongestName = 200;

    private readonly HttpClient _http = IssuerKeys.NewClient();
    private readonly Dictionary<string, (CdsClient Client, IssuerKeys Keys)> _clients;
    private readonly ServicePlan _plan;
    private readonly SignedTokens _tokens;
    private readonly SeenTokens _seen;
    private readonly TimeProvider _clock;

    public ClientCheck(ServicePlan plan, SignedTokens tokens, SeenTokens seen, TimeProvider clock, ILogger<ClientCheck> log)
    {
        (_plan, _tokens, _seen, _clock) = (plan, tokens, seen, clock);
        _clients = plan.Cds.Clients.ToDictionary(c => c.Keys.Issuer, c => (c, new IssuerKeys(c.Keys, _http, clock, log)), StringComparer.Ordinal);
    }

    /// <summary>Null for whom nobody knows.</summary>
    public async Task<Caller?> Of(HttpContext context)
    {
        if (context.User.HasClaim(Policies.Scope, Policies.PatientLevel))
        {
            return Caller.OfKey;
        }

        if (_clients.Count == 0)
        {
            return _plan.Jwt is null || context.User.Identity?.IsAuthenticated == true ? Caller.Anybody : null;
        }

        return BearerHandler.Text(context.Request) is { } text && SignedTokens.Parse(text) is { } token && _clients.TryGetValue(token.Issuer, out var known)
            && await IsGood(token, known.Client, known.Keys, Address(context.Request), context.RequestAborted)
            ? new Caller(token.Issuer, known.Client, SeesKept: true)
            : null;
    }

    public void Dispose()
    {
        foreach (var (_, keys) in _clients.Values)
        {
            keys.Dispose();
        }

        _http.Dispose();
    }

    /// <remarks>A token's own jku is not looked at: keys come from where they were registered.</remarks>
    private async Task<bool> IsGood(JsonWebToken token, CdsClient client, IssuerKeys keys, string address, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(token.Kid)
            || await _tokens.Claims(token, client.Keys.Issuer, [address], [Kind], keys, cancellation) is not { } claims
            || Time(claims, "iat") is not { } issued || Time(claims, "exp") is not { } end
            || !claims.TryGetValue("jti", out var named) || named is not string { Length: > 0 and <= LongestName } id)
        {
            return false;
        }

        return issued <= _clock.GetUtcNow() + SignedTokens.Skew
            && end - issued <= _plan.Cds.TokenLife
            && (client.Tenants is null || (claims.TryGetValue("tenant", out var tenant) && tenant is string of && client.Tenants.Contains(of)))
            && _seen.IsFirst(client.Keys.Issuer, id, end + SignedTokens.Skew);
    }

    /// <summary>Null unless it is a number of seconds that a calendar can hold.</summary>
    private static DateTimeOffset? Time(IDictionary<string, object> claims, string name) =>
        claims.TryGetValue(name, out var value) && value is long or int && Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) is >= 0 and < 100_000_000_000 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The address that was called, as the client sees it.</summary>
    private string Address(HttpRequest request) =>
        (_plan.Cds.PublicUrl ?? $"{request.Scheme}://{request.Host}") + request.PathBase.ToUriComponent() + request.Path.ToUriComponent();
}
