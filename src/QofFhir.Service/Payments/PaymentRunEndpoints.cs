using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;

namespace QofFhir.Service.Payments;

/// <summary><c>/payments/runs</c>: the payer's statements of all practices at once.</summary>
internal static class PaymentRunEndpoints
{
    private const string Expected = "{ \"framework\", \"achievementDate\", and perhaps \"national\": { group: { \"register\", \"list\", \"on\" } } or \"nationalOf\": the id of a run }";

    /// <summary>More patients than any nation has; with more than that in a sum, pounds would outgrow a decimal.</summary>
    private const long LongestList = 1_000_000_000;

    public static void MapPaymentRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup("").AddEndpointFilter(PayersOnly).WithMetadata(PaymentBody.Limit);
        runs.MapPost("/payments/runs", Make);
        runs.MapGet("/payments/runs", (string? framework, PaymentStore store) => Results.Json(new { runs = store.AllRuns(framework).Select(PaymentJson.Told) }, PaymentJson.Options));
        runs.MapGet("/payments/runs/{id:long}", (long id, PaymentStore store) => store.RunText(id) is { } text ? Results.Bytes(text, "application/json") : NoRun());
    }

    private static async Task<IResult> Make(HttpContext context, PaymentPlace place, PaymentRuns runs, PaymentStore store)
    {
        var (request, refusal) = await PaymentBody.Read<RunRequest>(context, Expected);
        if (request is null || place.Find(request.Framework, request.AchievementDate, out refusal) is not var (framework, on))
        {
            return refusal!;
        }

        if (National(request, framework, on, store, out refusal) is var national && refusal is not null)
        {
            return refusal;
        }

        var run = runs.Make(framework, on, national, Readers.Of(context)!.Client);
        context.Response.Headers.Location = $"/payments/runs/{run.Id}";
        return Results.Json(run, PaymentJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <returns>Null: the sums of the practices that report.</returns>
    private static NationalPrevalence? National(RunRequest request, Framework framework, DateOnly on, PaymentStore store, out IResult? refusal)
    {
        refusal = null;
        if (request is { National: not null, NationalOf: not null })
        {
            refusal = PaymentBody.Refused(Expected);
        }
        else if (request.NationalOf is { } id)
        {
            if (store.Run(id) is { } run && run.Framework == framework.Id)
            {
                return run.National with { From = string.Create(CultureInfo.InvariantCulture, $"as in run {id}: {run.National.From}") };
            }

            refusal = Results.Problem("nationalOf: a run of the same framework was expected.", statusCode: StatusCodes.Status400BadRequest);
        }
        else if (request.National is { } given)
        {
            var weighted = framework.Payment!.Groups.Where(g => g.CountedBy is not null).Select(g => g.Name).ToList();
            if (given.Any(g => !weighted.Contains(g.Key) || g.Value is not { Register: >= 0, List: > 0 and <= LongestList } share || share.Register > share.List || (share.On is not null && QueryDay.Parse(share.On) is null)))
            {
                refusal = Results.Problem(
                    $"national: by payment group, register and list (no fewer than the register) were expected, and the day perhaps. Groups weighted by prevalence are {string.Join(", ", weighted)}.",
                    statusCode: StatusCodes.Status400BadRequest);
                return null;
            }

            return new NationalPrevalence("supplied", [.. weighted.Where(given.ContainsKey).Select(g => new NationalShare(g, given[g]!.Register!.Value, given[g]!.List!.Value, QueryDay.Parse(given[g]!.On) ?? on))]);
        }

        return null;
    }

    private static async ValueTask<object?> PayersOnly(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "no-store";
        return Readers.Of(call.HttpContext)!.Role is ReaderRole.Payer or ReaderRole.National ? await next(call) : Results.Forbid();
    }

    private static IResult NoRun() => Results.Problem("There is no such run here.", statusCode: StatusCodes.Status404NotFound);
}

/// <param name="National">By payment group; null: the sums of the practices that reported.</param>
/// <param name="NationalOf">A run whose national prevalence is used again, so that one practice's correction changes nobody else's statement.</param>
internal sealed record RunRequest(string? Framework, string? AchievementDate, Dictionary<string, GivenShare?>? National, long? NationalOf);

internal sealed record GivenShare(long? Register, long? List, string? On);
