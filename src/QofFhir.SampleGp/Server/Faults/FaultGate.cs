using System.Globalization;
using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server.Faults;

/// <summary>Stands before the FHIR endpoints and does what the plan asks for.</summary>
internal sealed class FaultGate(TimeProvider clock)
{
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var practice = ServedPractice.Of(context);
        var plan = practice.Faults.Plan;
        switch (practice.Faults.Judge(Seen(context.Request)))
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
            case Verdict.Unauthorised:
                await AskForToken(context);
                return;
            default:
                break;
        }

        if (plan.SlowMilliseconds > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(plan.SlowMilliseconds), clock, context.RequestAborted);
        }

        if (TokenRule.Admits(context, practice, plan))
        {
            await next(context);
        }
        else
        {
            await AskForToken(context);
        }
    }

    /// <summary>An answer that asks for patience, with the Retry-After of the plan.</summary>
    public Task Refuse(HttpContext context, int status, SampleGpFaultPlan plan)
    {
        RetryAfter(context, plan, otherwise: null);
        return Answers.Outcome(context, status, "throttled", "Too much is asked at once. Try again later.");
    }

    public void RetryAfter(HttpContext context, SampleGpFaultPlan plan, int? otherwise)
    {
        if ((plan.RetryAfterSeconds ?? otherwise) is { } seconds)
        {
            context.Response.Headers.RetryAfter = plan.RetryAfterAsDate
                ? (clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToString("R", CultureInfo.InvariantCulture)
                : seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static SampleGpRequest Seen(HttpRequest request) => new(
        request.Method,
        $"{request.Scheme}://{request.Host}",
        request.PathBase + request.Path + request.QueryString,
        request.Headers.Authorization.Count > 0,
        request.Headers["Prefer"] is { Count: > 0 } prefer ? prefer.ToString() : null,
        request.Headers.Range is { Count: > 0 } range ? range.ToString() : null);

    private static Task AskForToken(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answers.Outcome(context, StatusCodes.Status401Unauthorized, "login", "A bearer token is needed.");
    }

    /// <summary>Ends when the client goes away or the server stops.</summary>
    private static async Task Hang(CancellationToken gone)
    {
        var never = new TaskCompletionSource();
        await using var registration = gone.Register(never.SetResult);
        await never.Task;
    }
}
