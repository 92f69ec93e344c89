using QofFhir.Core.Improvement;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary>Counts a module's measures now, or as of an earlier day, and adds them to a plan.</summary>
internal readonly record struct MeasureCall(
    string Ods, string Module, int Year, PlanPlace Place, PlanEditing Editing, PlanStore Store, Counting Counting, HttpContext Context, CancellationToken Cancellation)
{
    public async Task<IResult> Do(EntryKind kind)
    {
        if (Place.Find(Ods, Module, Year, out var refusal) is not { } at
            || PlanBody.Read(await PlanBody.Text(Context, Cancellation), ["on"], out var by, out refusal) is not { } body
            || MeasuringEndpoints.Day(body["on"]?.ToString(), Place.Today, out refusal) is not { } day)
        {
            return refusal!;
        }

        Store.Begin(at.Key);
        var (counted, why) = await Counting.Try(at, day, Cancellation);
        if (counted is null)
        {
            return Results.Problem(why, statusCode: StatusCodes.Status409Conflict);
        }

        var measurements = counted.Measurements(kind == EntryKind.Baseline ? "baseline" : "measured");
        var (place, counting) = (Place, Counting);
        return PlanEndpoints.Answer(Editing.Add(at.Module.Module, at.Key, kind, measurements, by!, Place.Today), at, Place.Today, Context, made =>
        {
            counting.Keep(counted.Result, at.Key.Counted);
            return Results.Json(PlanJson.Of(at.Module.Module, made.Plan, place.Today, counted), RunJson.Options, statusCode: StatusCodes.Status201Created);
        });
    }
}
