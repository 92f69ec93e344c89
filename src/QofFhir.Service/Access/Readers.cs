using System.Security.Claims;
using System.Text.RegularExpressions;

namespace QofFhir.Service.Access;

/// <summary>Who asks an aggregator, as the key or the token says. Words that do not fit together make nobody: there is no lesser role to fall back to.</summary>
internal static partial class Readers
{
    private const string ClientClaim = "client", IssuerClaim = "issuer", RoleClaim = "role", OrganisationClaim = "organisation";

    private static readonly Dictionary<string, ReaderRole> Roles = new(StringComparer.Ordinal)
    {
        ["practice"] = ReaderRole.Practice,
        ["network"] = ReaderRole.Network,
        ["national"] = ReaderRole.National,
        ["payer"] = ReaderRole.Payer,
    };

    /// <summary>Whoever holds the service's own key runs the collection.</summary>
    public static IEnumerable<Claim> OfKey { get; } = [new(ClientClaim, "access-key"), new(RoleClaim, "national")];

    public static IEnumerable<Claim> OfToken(TokenClaims token) =>
    [
        .. token.Client is { } client ? [new Claim(ClientClaim, client)] : Array.Empty<Claim>(),
        new(IssuerClaim, token.Issuer),
        .. token.Roles.Select(r => new Claim(RoleClaim, r)),
        .. token.Organisations.Select(o => new Claim(OrganisationClaim, o)),
    ];

    /// <summary>Null for those who are unknown, and for those whose token does not say rightly who they are.</summary>
    public static Reader? Of(HttpContext context) => Of(context.User);

    public static Reader? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Fault(user) is null
            ? new Reader(Roles[user.FindFirstValue(RoleClaim)!], Organisation(user), user.FindFirstValue(ClientClaim)!)
            : null;

    /// <summary>As the token names it, also when its role is refused; null: unknown.</summary>
    public static string? Client(ClaimsPrincipal user) => user.FindFirstValue(ClientClaim);

    /// <summary>Who vouches for the client; null for our own key.</summary>
    public static string? Issuer(ClaimsPrincipal user) => user.FindFirstValue(IssuerClaim);

    /// <summary>Why somebody whose token is valid is nobody here; null when nothing is wrong.</summary>
    public static string? Fault(ClaimsPrincipal user)
    {
        var roles = user.FindAll(RoleClaim).Select(c => c.Value).ToArray();
        var organisations = user.FindAll(OrganisationClaim).Select(c => c.Value).ToArray();
        return user.FindFirst(ClientClaim) is null ? "The token does not name its client."
            : roles.Length == 0 ? $"The token names no role; there are {Words()}."
            : roles.Length > 1 ? "The token names more than one role; it takes one token a role."
            : !Roles.TryGetValue(roles[0], out var role) ? $"The token names a role that is not known here; there are {Words()}."
            : role is ReaderRole.National or ReaderRole.Payer ? null
            : organisations.Length == 0 ? "The token does not name the organisation of its role."
            : organisations.Length > 1 ? "The token names more than one organisation; it takes one token an organisation."
            : !Ods().IsMatch(organisations[0]) ? "The token's organisation is no ODS code."
            : null;
    }

    /// <summary>Whether the text is an ODS code as they stand here, in capitals.</summary>
    public static bool IsOds(string text) => Ods().IsMatch(text) && !text.Any(char.IsAsciiLetterLower);

    /// <summary>The national roles work for everybody, whatever organisation the token names.</summary>
    private static string? Organisation(ClaimsPrincipal user) => Roles[user.FindFirstValue(RoleClaim)!] is ReaderRole.National or ReaderRole.Payer
        ? null
        : user.FindFirstValue(OrganisationClaim)!.ToUpperInvariant();

    private static string Words() => string.Join(", ", Roles.Keys);

    [GeneratedRegex(@"\A[A-Za-z0-9]{3,10}\z")]
    private static partial Regex Ods();
}
