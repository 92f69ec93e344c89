using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server.Faults;

/// <summary>Stands before the FHIR endpoints and does what the plan asks for.</summary>
internal sealed class FaultGate(SampleGpFaults faults, TimeProvider clock)
{
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var plan = faults.Plan;
        switch (faults.Judge())
        {
            case Verdict.Cut:
                context.Abort();
                return;
            case Verdict.Hang:
                await Hang(context.RequestAborted);
                return;
            case Verdict.TooManyRequests:
                await Refuse(context, StatusCodes.Status429TooManyRequests, plan);
                return;
            case Verdict.Unavailable:
                await Refuse(context, StatusCodes.Status503ServiceUnavailable, plan);
                return;
            default:
                break;
        }

        if (plan.SlowMilliseconds > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(plan.SlowMilliseconds), clock, context.RequestAborted);
        }

        if (!Authorised(context.Request, plan.BearerToken))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Answers.Outcome(context, StatusCodes.Status401Unauthorized, "login", "A bearer token is needed.");
            return;
        }

        await next(context);
    }

    private async Task Refuse(HttpContext context, int status, SampleGpFaultPlan plan)
    {
        if (plan.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = plan.RetryAfterAsDate
                ? (clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToString("R", CultureInfo.InvariantCulture)
                : seconds.ToString(CultureInfo.InvariantCulture);
        }

        await Answers.Outcome(context, status, "throttled", "Too much is asked at once. Try again later.");
    }

    private static bool Authorised(HttpRequest request, string? token) =>
        token is null
        || request.Path.Equals("/fhir/metadata", StringComparison.Ordinal)
        || request.Headers.Authorization == "Bearer " + token;

    /// <summary>Ends when the client goes away or the server stops.</summary>
    private static async Task Hang(CancellationToken gone)
    {
        var never = new TaskCompletionSource();
        await using var registration = gone.Register(never.SetResult);
        await never.Task;
    }
}
