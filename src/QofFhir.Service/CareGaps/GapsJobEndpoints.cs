using System.Globalization;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.CareGaps;

/// <summary><c>/fhir/care-gaps/ID</c>: how far the work is, its files, and its end; for who asked alone.</summary>
internal static class GapsJobEndpoints
{
    private const string Lines = "application/fhir+ndjson";

    /// <summary>Seconds after which to ask again.</summary>
    private const int Soon = 2, Later = 60;

    public static void MapGapsJobs(this IEndpointRouteBuilder fhir)
    {
        var own = fhir.MapGroup("/care-gaps").RequireAuthorization(Policies.PatientLevel);
        own.MapGet("/{id}", Status);
        own.MapDelete("/{id}", Delete);
        own.MapGet($"/{{id}}/{GapsJobs.Bundles}", (string id, HttpContext context, GapsJobs jobs) => Lined(id, GapsJobs.Bundles, context, jobs));
        own.MapGet($"/{{id}}/{GapsJobs.Outcomes}", (string id, HttpContext context, GapsJobs jobs) => Lined(id, GapsJobs.Outcomes, context, jobs));
    }

    public static IResult Begin(HttpContext context, GapsQuestion question, GapsJobs jobs, GapsWork work)
    {
        if (GapsAsker.Of(context) is not { } asker)
        {
            return FhirAnswer.Outcome(StatusCodes.Status403Forbidden, "forbidden", "The token does not name its client: what it asks for could be fetched by others.");
        }

        if (jobs.Add(asker, Address(context) + context.Request.QueryString, question) is not { } job)
        {
            context.Response.Headers.RetryAfter = Number(Later);
            return FhirAnswer.Outcome(StatusCodes.Status429TooManyRequests, "throttled", $"{GapsJobs.MostOfOne} answers wait for you; fetch and delete some.");
        }

        work.Begin(job);
        context.Response.Headers.ContentLocation = $"{Root(context)}/{job.Id}";
        return FhirAnswer.Note(StatusCodes.Status202Accepted, "The gaps are being worked out; Content-Location tells how far they are.");
    }

    private static IResult Status(string id, HttpContext context, GapsJobs jobs, GapsWork work)
    {
        if (Own(id, context, jobs) is not { } job)
        {
            return NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        if (job.EndedAt is null)
        {
            context.Response.Headers.RetryAfter = Number(Soon);
            context.Response.Headers["X-Progress"] = work.ProgressOf(id) is { } far ? $"{far.Done} of {far.Of} patients" : "waiting";
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }

        context.Response.GetTypedHeaders().Expires = jobs.ExpiresAt(job);
        if (job.Failure is { } failure)
        {
            return FhirAnswer.Outcome(failure.Status, failure.Code, failure.Text);
        }

        return Results.Json(new
        {
            transactionTime = job.TakenAt ?? job.EndedAt,
            request = job.Request,
            requiresAccessToken = true,
            output = Files("Bundle", GapsJobs.Bundles, job.Bundles),
            error = Files("OperationOutcome", GapsJobs.Outcomes, job.Outcomes),
        });

        object[] Files(string type, string name, int count) => count == 0 ? [] : [new { type, url = $"{Root(context)}/{id}/{name}", count }];
    }

    private static IResult Delete(string id, HttpContext context, GapsJobs jobs)
    {
        if (Own(id, context, jobs) is null)
        {
            return NotFound();
        }

        jobs.Remove(id);
        return FhirAnswer.Note(StatusCodes.Status202Accepted, "The work and its files are gone.");
    }

    private static IResult Lined(string id, string name, HttpContext context, GapsJobs jobs)
    {
        var packed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (Own(id, context, jobs) is not { EndedAt: not null, Failure: null } || jobs.Open(id, name, packed) is not { } lines)
        {
            return NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (packed)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return Results.Stream(lines, Lines);
    }

    private static GapsJob? Own(string id, HttpContext context, GapsJobs jobs) => GapsAsker.Of(context) is { } asker ? jobs.Find(id, asker) : null;

    private static IResult NotFound() => FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is nothing of this id here for you, or not any more.");

    private static string Root(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}/fhir/care-gaps";

    private static string Address(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";

    private static string Number(int seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
