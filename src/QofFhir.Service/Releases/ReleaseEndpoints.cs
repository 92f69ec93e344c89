using QofFhir.Core.Disclosure;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Rollups;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Releases;

/// <summary><c>POST /releases</c>: the national role makes a date public.</summary>
internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder app) => app.MapPost("/releases", Make);

    private static IResult Make(
        HttpContext context, ReleaseRequest request, KnownFrameworks frameworks, ReleaseMaking making, ReleaseStore store, TimeProvider clock)
    {
        if (Readers.Of(context) is not { Role: ReaderRole.National } reader)
        {
            return Results.Problem("The national role alone makes counts public.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (request.Framework is null || frameworks.Find(request.Framework) is not { } framework)
        {
            return Results.Problem("framework: one of the definitions was expected, such as qof-england-2026-27.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (QueryDay.Parse(request.On) is not { } on || Policy(request.Policy) is not { } policy)
        {
            return Results.Problem("on: an achievement date was expected, such as 2027-03-31, and policy: suppress or show-as-five.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (store.Find(framework.Id, request.On!) is not null)
        {
            return Already();
        }

        var made = making.Make(framework, on, policy);
        if (made.Counts.Count == 0)
        {
            return Results.Problem("No practice has reported counts of this framework and date.", statusCode: StatusCodes.Status404NotFound);
        }

        var release = new PublicRelease(
            framework.Id, request.On!, policy, StoredReport.Moment(clock.GetUtcNow()), reader.Client, made.Practices, made.Expected, made.Sample);
        return store.Keep(release, made.Counts)
            ? Results.Json(ReleaseJson.Told(release), RunJson.Options, statusCode: StatusCodes.Status201Created)
            : Already();
    }

    private static DisclosurePolicy? Policy(string? word) => word switch
    {
        "suppress" => DisclosurePolicy.Suppress,
        "show-as-five" => DisclosurePolicy.ShowAsFive,
        _ => null,
    };

    private static IResult Already() => Results.Problem(
        "This date is public already and stays as it is: a second version beside the first would give away what each hides.", statusCode: StatusCodes.Status409Conflict);
}

/// <param name="On">Achievement date.</param>
/// <param name="Policy">suppress or show-as-five.</param>
internal sealed record ReleaseRequest(string? Framework, string? On, string? Policy);
