using Microsoft.AspNetCore.Authorization;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>Who may do what. The key opens everything; a token opens what its scopes say, to an aggregator what its role says.</summary>
internal static class Policies
{
    /// <summary>Counts. Open on loopback without further configuration; with JWT configured, for any valid token. Of an aggregator: for those who say rightly who they are.</summary>
    public const string Counts = "counts";

    public const string PatientLevel = "patient-level";

    public const string StartRuns = "start-runs";

    /// <summary>Of an aggregator: the role that runs the collection.</summary>
    public const string National = "national";

    public const string Scope = "scope";

    public static void Add(AuthorizationOptions options, ServicePlan plan)
    {
        var aggregator = plan.Roles.Contains(Role.Aggregator);
        options.AddPolicy(Counts, p => p.RequireAssertion(c => aggregator
            ? Readers.Of(c.User) is not null
            : plan.Jwt is null || c.User.Identity?.IsAuthenticated == true));
        options.AddPolicy(PatientLevel, p => p.RequireAuthenticatedUser().RequireClaim(Scope, PatientLevel));
        options.AddPolicy(StartRuns, p => p.RequireAuthenticatedUser().RequireClaim(Scope, StartRuns));
        options.AddPolicy(National, p => p.RequireAssertion(c => Readers.Of(c.User)?.Role == ReaderRole.National));
        if (aggregator)
        {
            // What forgets to say whom it is for, and what is not there at all, is for nobody unknown.
            options.FallbackPolicy = options.GetPolicy(Counts);
        }
    }

    public static async Task<bool> Allows(IAuthorizationService access, HttpContext context, string policy) =>
        (await access.AuthorizeAsync(context.User, policy)).Succeeded;

    /// <summary>401 for the unknown, 403 for the known who may not.</summary>
    public static IResult Refusal(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? Results.Forbid() : Results.Challenge();
}
