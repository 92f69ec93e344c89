using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Runs;

/// <summary><c>/runs</c>: what was run and how it went, and the way to start one.</summary>
internal static class RunEndpoints
{
    private const int Shown = 100;

    /// <summary>Between two looks at a run that somebody waits for: any worker may be at it.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        app.MapGet("/runs", (RunStore runs) => Results.Json(new { runs = runs.Latest(Shown) }, RunJson.Options));
        app.MapGet("/runs/{id}", Read);
        app.MapGet("/runs/{id}/problems", Problems);
        app.MapDelete("/runs/{id}", Cancel).RequireAuthorization(Policies.StartRuns);
        app.MapPost("/runs", Start).RequireAuthorization(Policies.StartRuns);
    }

    /// <param name="wait">Seconds to wait for the run's end before answering; at most 60.</param>
    private static async Task<IResult> Read(string id, int? wait, ServicePlan plan, RunStore runs, RunsAtWork atWork, CancellationToken cancellation)
    {
        var run = runs.Find(id);
        for (var left = TimeSpan.FromSeconds(Math.Min(wait ?? 0, 60)); left > TimeSpan.Zero && run is not null && GoesOn(run); left -= Look)
        {
            await Task.Delay(Look, cancellation);
            run = runs.Find(id);
        }

        return run is null ? Unknown() : Results.Json(run with { Progress = run.Extraction is null ? atWork.ProgressOf(id) ?? run.Progress : null }, RunJson.Options);

        // Its reports stand before they are sent.
        bool GoesOn(Run run) => run.Status is RunStatus.Queued or RunStatus.Running || (run is { Status: RunStatus.Succeeded, Submission: null } && plan.Target is not null);
    }

    private static IResult Problems(string id, RunStore runs) => runs.Find(id) is { } run
        ? FhirAnswer.Resource(output => RunProblems.Write(output, run, runs.Problems(id)))
        : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no run with this id.");

    /// <summary>Ends a run that waits or is at work; one that has ended stays as it is.</summary>
    private static IResult Cancel(string id, RunStore runs, RunsAtWork atWork, TimeProvider clock)
    {
        if (runs.Find(id) is null)
        {
            return Unknown();
        }

        var wanted = runs.Cancel(id, clock.GetUtcNow());
        atWork.Cancel(id);
        return wanted
            ? Results.StatusCode(StatusCodes.Status202Accepted)
            : Results.Problem("The run has ended.", statusCode: StatusCodes.Status409Conflict);
    }

    private static IResult Unknown() => Results.Problem("There is no run with this id.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> Start(RunRequest request, PracticeList practices, RunQueue queue, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(request.Practice) || practices.Find(request.Practice) is not { } practice)
        {
            return Results.Problem("The practice is not configured here.", statusCode: StatusCodes.Status404NotFound);
        }

        var run = await queue.Start(practice, request.Full, cancellation);
        return Results.Json(run, RunJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}

/// <param name="Practice">ODS code.</param>
/// <param name="Full">Fetch everything, whatever is kept.</param>
internal sealed record RunRequest(string? Practice, bool Full = false);
