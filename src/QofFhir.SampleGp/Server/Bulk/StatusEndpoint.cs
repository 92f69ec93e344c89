using System.Globalization;
using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Practices;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>Where a client polls for the manifest of its export, and ends the export.</summary>
internal sealed class StatusEndpoint(SampleGpSettings settings, FaultGate gate)
{
    public static string Url(string baseUrl, ExportJob job) => $"{baseUrl}/$export-status/{job.Number.ToString(CultureInfo.InvariantCulture)}";

    public async Task Get(HttpContext context)
    {
        var practice = ServedPractice.Of(context);
        if (Find(context, practice) is not { } job)
        {
            await Answers.Outcome(context, StatusCodes.Status404NotFound, "not-found", "There is no such export.");
        }
        else if (!await Fault(context, practice.Faults))
        {
            await Answer(context, practice, job);
        }
    }

    public static Task Delete(HttpContext context)
    {
        var practice = ServedPractice.Of(context);
        if (Find(context, practice) is not { } job || !practice.Exports.End(job.Number))
        {
            return Answers.Outcome(context, StatusCodes.Status404NotFound, "not-found", "There is no such export.");
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    /// <summary>Whether a fault took the place of the answer.</summary>
    private async Task<bool> Fault(HttpContext context, SampleGpFaults faults)
    {
        var plan = faults.Plan;
        if (faults.Spend(plan.PollTooMany))
        {
            await gate.Refuse(context, StatusCodes.Status429TooManyRequests, plan);
            return true;
        }

        if (faults.Spend(plan.PollUnavailable))
        {
            await gate.Refuse(context, StatusCodes.Status503ServiceUnavailable, plan);
            return true;
        }

        if (faults.Spend(plan.PollTransient))
        {
            gate.RetryAfter(context, plan, otherwise: null);
            await Answers.Outcome(context, StatusCodes.Status500InternalServerError, "transient", "The export goes on; ask again.");
            return true;
        }

        return false;
    }

    private async Task Answer(HttpContext context, ServedPractice practice, ExportJob job)
    {
        var plan = practice.Faults.Plan;
        var polls = job.Poll();
        if (plan.NeverEnds || polls <= settings.Bulk.Polls)
        {
            Progress(context, Math.Min(99, 100 * polls / (settings.Bulk.Polls + 1)), plan);
            gate.RetryAfter(context, plan, settings.Bulk.RetryAfterSeconds);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        else if (plan.ExportFails)
        {
            await Answers.Outcome(context, StatusCodes.Status500InternalServerError, "exception", "The export failed.");
        }
        else
        {
            Progress(context, 100, plan);
            context.Response.ContentType = "application/json";
            await context.Response.BodyWriter.WriteAsync(new ManifestWriter(context, practice, job, settings.Bulk).Write(), context.RequestAborted);
        }
    }

    private static void Progress(HttpContext context, int percent, SampleGpFaultPlan plan) =>
        context.Response.Headers["X-Progress"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Min(percent, plan.ProgressStaysAt ?? 100)}%");

    private static ExportJob? Find(HttpContext context, ServedPractice practice) =>
        int.TryParse((string?)context.Request.RouteValues["job"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? practice.Exports.Find(number) : null;
}
