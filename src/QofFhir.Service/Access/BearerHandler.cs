using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Access;

/// <summary><c>Authorization: Bearer</c> with our own key, or with a token of the configured issuer.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AccessKey key, TokenCheck tokens,
    ServicePlan plan)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var bearer = header["Bearer ".Length..].Trim();
        if (key.Is(bearer))
        {
            return Ticket([Policies.PatientLevel, Policies.StartRuns]);
        }

        return plan.Jwt is { } jwt && await tokens.Scopes(bearer, Context.RequestAborted) is { } scopes
            ? Ticket(Granted(jwt, scopes))
            : AuthenticateResult.Fail("The key or token is not valid.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(StatusCodes.Status401Unauthorized, "login", "This needs the header 'Authorization: Bearer KEY'.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refuse(StatusCodes.Status403Forbidden, "forbidden", "The token does not carry the scope that this needs.");

    private Task Refuse(int status, string code, string text) => Request.Path.StartsWithSegments("/fhir", StringComparison.OrdinalIgnoreCase)
        ? FhirAnswer.Send(Context, status, code, text)
        : Results.Problem(text, statusCode: status).ExecuteAsync(Context);

    private static IEnumerable<string> Granted(JwtSettings jwt, IReadOnlyCollection<string> scopes)
    {
        if (scopes.Contains(jwt.PatientScope))
        {
            yield return Policies.PatientLevel;
        }

        if (scopes.Contains(jwt.RunScope))
        {
            yield return Policies.StartRuns;
        }
    }

    private static AuthenticateResult Ticket(IEnumerable<string> scopes) => AuthenticateResult.Success(new AuthenticationTicket(
        new ClaimsPrincipal(new ClaimsIdentity(scopes.Select(s => new Claim(Policies.Scope, s)), Name)), Name));
}
