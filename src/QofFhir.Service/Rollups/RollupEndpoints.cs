using QofFhir.Core.Aggregation;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Rollups;

/// <summary><c>/rollups/{organisation}</c>: an organisation's picture for charts.</summary>
internal static class RollupEndpoints
{
    private const int MostDays = 366;

    public static void MapRollups(this IEndpointRouteBuilder app) => app.MapGet("/rollups/{organisation}", Read);

    private static IResult Read(
        HttpContext context, string organisation, string? framework, string? on, string? indicator, int? lateAfter, ServicePlan plan, OrganisationStore organisations,
        CollectedReader collected, OrganisationRollups rollups, ReportAccess access, KnownFrameworks frameworks)
    {
        if (Readers.Of(context) is not { } reader)
        {
            return Results.Challenge();
        }

        if (organisations.Geography().Geography.Find(organisation.ToUpperInvariant()) is not { } found)
        {
            return Problem(StatusCodes.Status404NotFound, "There is no organisation of this code here.");
        }

        if (on is not null && QueryDay.Parse(on) is null)
        {
            return Problem(StatusCodes.Status400BadRequest, "on: a day was expected, such as on=2026-11-30.");
        }

        if (lateAfter is < 0 or > MostDays)
        {
            return Problem(StatusCodes.Status400BadRequest, $"lateAfter: a number of days from 0 to {MostDays} was expected.");
        }

        var of = framework ?? plan.Framework;
        if ((QueryDay.Parse(on) ?? collected.Latest(of)) is not { } day)
        {
            return Problem(StatusCodes.Status404NotFound, "There are no reports of this framework.");
        }

        var named = frameworks.Find(of)?.Reported.FirstOrDefault(i => i.Id.Equals(indicator, StringComparison.OrdinalIgnoreCase))?.Id ?? indicator;
        var question = new RollupQuestion(found, of, day, named, lateAfter ?? RollupQuestion.UsualDays, access.Of(reader));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(RollupJson.Of(rollups.Of(question), indicator is null ? null : rollups.Trend(question)), RunJson.Options);
    }

    private static IResult Problem(int status, string text) => Results.Problem(text, statusCode: status);
}
