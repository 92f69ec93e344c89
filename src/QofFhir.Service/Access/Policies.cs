using Microsoft.AspNetCore.Authorization;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>Who may do what. The key opens everything; a token opens what its scopes say.</summary>
internal static class Policies
{
    /// <summary>Counts. Open on loopback without further configuration; with JWT configured, for any valid token.</summary>
    public const string Counts = "counts";

    public const string PatientLevel = "patient-level";

    public const string StartRuns = "start-runs";

    public const string Scope = "scope";

    public static void Add(AuthorizationOptions options, ServicePlan plan)
    {
        options.AddPolicy(Counts, p => p.RequireAssertion(c => plan.Jwt is null || c.User.Identity?.IsAuthenticated == true));
        options.AddPolicy(PatientLevel, p => p.RequireAuthenticatedUser().RequireClaim(Scope, PatientLevel));
        options.AddPolicy(StartRuns, p => p.RequireAuthenticatedUser().RequireClaim(Scope, StartRuns));
    }

    public static async Task<bool> Allows(IAuthorizationService access, HttpContext context, string policy) =>
        (await access.AuthorizeAsync(context.User, policy)).Succeeded;

    /// <summary>401 for the unknown, 403 for the known who may not.</summary>
    public static IResult Refusal(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? Results.Forbid() : Results.Challenge();
}
