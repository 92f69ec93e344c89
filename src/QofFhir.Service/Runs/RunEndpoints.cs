using QofFhir.Service.Access;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Runs;

/// <summary><c>/runs</c>: what was run and how it went, and the way to start one.</summary>
internal static class RunEndpoints
{
    private const int Shown = 100;

    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        app.MapGet("/runs", (RunStore runs) => Results.Json(new { runs = runs.Latest(Shown) }, RunJson.Options));
        app.MapGet("/runs/{id}", Read);
        app.MapPost("/runs", Start).RequireAuthorization(Policies.StartRuns);
    }

    /// <param name="wait">Seconds to wait for the run's end before answering; at most 60.</param>
    private static async Task<IResult> Read(string id, int? wait, RunStore runs, RunEnds ends, CancellationToken cancellation)
    {
        if (wait > 0)
        {
            var patience = Task.Delay(TimeSpan.FromSeconds(Math.Min(wait.Value, 60)), cancellation);
            await Task.WhenAny(ends.Of(id), patience);
        }

        return runs.Find(id) is { } run
            ? Results.Json(run, RunJson.Options)
            : Results.Problem("There is no run with this id.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Start(RunRequest request, PracticeList practices, RunQueue queue, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(request.Practice) || practices.Find(request.Practice) is not { } practice)
        {
            return Results.Problem("The practice is not configured here.", statusCode: StatusCodes.Status404NotFound);
        }

        var run = await queue.Start(practice, cancellation);
        return Results.Json(run, RunJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}

/// <param name="Practice">ODS code.</param>
internal sealed record RunRequest(string? Practice);
