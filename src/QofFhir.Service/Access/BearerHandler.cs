using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Access;

/// <summary><c>Authorization: Bearer</c> with our own key, or with a token of a configured issuer.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AccessKey key, TokenCheck tokens,
    ServicePlan plan)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Bearer";

    /// <summary>The key or token that came along; null: none.</summary>
    public static string? Text(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Text(Request) is not { } bearer)
        {
            return AuthenticateResult.NoResult();
        }

        if (key.Is(bearer))
        {
            return Ticket([new(Policies.Scope, Policies.PatientLevel), new(Policies.Scope, Policies.StartRuns), .. Readers.OfKey]);
        }

        return plan.Jwt is { } jwt && await tokens.Read(bearer, Context.RequestAborted) is { } token
            ? Ticket([.. Granted(jwt, token), .. Readers.OfToken(token)])
            : AuthenticateResult.Fail("The key or token is not valid.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(StatusCodes.Status401Unauthorized, "login", "This needs the header 'Authorization: Bearer KEY'.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refuse(
        StatusCodes.Status403Forbidden,
        "forbidden",
        !plan.Roles.Contains(Role.Aggregator) ? "The token does not carry the scope that this needs." : Readers.Fault(Context.User) ?? "This is not open to the token's role.");

    private Task Refuse(int status, string code, string text) => Request.Path.StartsWithSegments("/fhir", StringComparison.OrdinalIgnoreCase)
        ? FhirAnswer.Send(Context, status, code, text)
        : Results.Problem(text, statusCode: status).ExecuteAsync(Context);

    private static IEnumerable<Claim> Granted(JwtSettings jwt, TokenClaims token)
    {
        if (token.Scopes.Contains(jwt.PatientScope))
        {
            yield return new Claim(Policies.Scope, Policies.PatientLevel);
        }

        if (token.Scopes.Contains(jwt.RunScope))
        {
            yield return new Claim(Policies.Scope, Policies.StartRuns);
        }
    }

    private static AuthenticateResult Ticket(IEnumerable<Claim> claims) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
}
