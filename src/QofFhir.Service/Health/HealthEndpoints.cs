using Dapper;
using QofFhir.Service.Practices;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work, or says why not.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous().DisableRateLimiting();
        app.MapGet("/health/ready", Ready).AllowAnonymous().DisableRateLimiting();
    }

    private static IResult Ready(RuleBook rules, SharedDatabase shared)
    {
        string[] lacks =
        [
            .. rules.Loaded is null ? [rules.Fault is null ? "the definitions are being loaded" : "the definitions could not be loaded; see the log"] : Array.Empty<string>(),
            .. shared.IsOpen() ? Array.Empty<string>() : ["the store cannot be opened"],
        ];
        return Results.Json(
            new { status = lacks.Length == 0 ? "ready" : "not ready", lacks },
            statusCode: lacks.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
