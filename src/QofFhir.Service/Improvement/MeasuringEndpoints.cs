using System.Globalization;
using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Improvement;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary>What a plan has of the record: baselines, measurements, charts, patients at risk; and the plan as FHIR.</summary>
internal static class MeasuringEndpoints
{
    public static void MapMeasuring(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup(PlanEndpoints.Address).WithMetadata(PlanBody.Limit);
        plans.MapPost("/baselines", ([AsParameters] MeasureCall call) => call.Do(EntryKind.Baseline)).RequireAuthorization(Policies.StartRuns);
        plans.MapPost("/measurements", ([AsParameters] MeasureCall call) => call.Do(EntryKind.Measured)).RequireAuthorization(Policies.StartRuns);
        plans.MapGet("/charts/{measure}", Chart).RequireAuthorization(Policies.StartRuns);
        plans.MapGet("/record", Record).RequireAuthorization(Policies.StartRuns);
        plans.MapGet("/patients", Patients).RequireAuthorization(Policies.PatientLevel);
    }

    private static IResult Chart(string ods, string module, int year, string measure, string? kind, PlanPlace place, PlanStore store)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at)
        {
            return refusal!;
        }

        if (PlanCheck.MeasuresOf(at.Module.Module).All(m => m.Id != measure))
        {
            return PlanPlace.NotHere("The module has no such measure.");
        }

        var plan = store.Read(at.Key).Plan;
        var series = MonthlySeries.Of(plan, measure, place.Today);
        ChartKind? chosen = kind switch { "run" => ChartKind.Run, "p" => ChartKind.P, "xmr" => ChartKind.XmR, _ => null };
        return kind is not null && chosen is null
            ? Results.Problem("kind: run, p or xmr was expected; without it, the one that suits the series.", statusCode: StatusCodes.Status400BadRequest)
            : Results.Json(PlanJson.Of(ProgressChart.Of(series, chosen, plan.WantedOf(measure, place.Today) ?? Direction.Higher), measure), RunJson.Options);
    }

    /// <summary>Texts that are not shared, and names of people, are not in it.</summary>
    private static IResult Record(string ods, string module, int year, PlanPlace place, PlanStore store, SummaryStore summaries, ServicePlan plan, TimeProvider clock, HttpContext context)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at)
        {
            return refusal!;
        }

        var stored = store.Read(at.Key);
        var review = PlanReview.Of(at.Module.Module, stored.Plan, place.Today);
        if (review.Problems.Count > 0)
        {
            return Results.Problem("The plan has problems, which are to be mended first: " + string.Join(" ", review.Problems), statusCode: StatusCodes.Status409Conflict);
        }

        var server = new Uri($"{context.Request.Scheme}://{context.Request.Host}/fhir");
        var record = new ImprovementRecord(
            at.Module.Module, stored.Plan, review, place.Today, clock.GetUtcNow(), server,
            [.. summaries.WrittenFrom(at.Key.Practice, at.Key.Counted).Select(body => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(body))]);
        return FhirAnswer.Resource(output => new ImprovementBundleWriter(new MeasureReportSettings(plan.Realm, plan.Sample)).Write(output, record));
    }

    private static async Task<IResult> Patients(
        string ods, string module, int year, string? measure, string? on, PlanPlace place, Counting counting, HttpContext context, CancellationToken cancellation)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at || Day(on, place.Today, out refusal) is not { } day)
        {
            return refusal!;
        }

        var (counted, why) = await counting.Try(at, day, cancellation);
        if (counted is null)
        {
            return Results.Problem(why, statusCode: StatusCodes.Status409Conflict);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new
            {
                practice = at.Key.Practice,
                module = at.Key.Module,
                on = day,
                notCounted = counted.Uncounted.Select(i => new { measure = i.Indicator.Id, reason = i.Indicator.Evaluability.Reason }),
                patients = Qof.AtRisk(counted.Result, counted.Records).Where(r => measure is null || r.Measure == measure).Select(r => new
                {
                    measure = r.Measure,
                    patient = counted.Records.Patient(r.Patient).Id,
                    because = r.Because.Select(Told),
                    lacking = r.Lacking.Select(Told),
                }),
            },
            RunJson.Options);
    }

    internal static DateOnly? Day(string? text, DateOnly today, out IResult? refusal)
    {
        refusal = null;
        if (text is null)
        {
            return today;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= PlanPlace.First && day <= today)
        {
            return day;
        }

        refusal = Results.Problem($"on: a day such as {today:yyyy-MM-dd} was expected, not before {PlanPlace.First:yyyy-MM-dd} and not after today.", statusCode: StatusCodes.Status400BadRequest);
        return null;
    }

    private static object Told(WalkedLine line) => new
    {
        condition = line.Text,
        holds = line.Held,
        fields = line.Fields.Select(f => new { name = f.Name, on = f.On, value = f.Value }),
    };
}
