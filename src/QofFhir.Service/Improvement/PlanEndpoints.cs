using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Core.Improvement;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary><c>/practices/{ods}/qi/{module}/{year}</c>: a practice's plan, entry by entry. It names staff and holds the practice's own words, so reading needs the key too.</summary>
internal static class PlanEndpoints
{
    public const string Address = "/practices/{ods}/qi/{module}/{year:int}";

    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        app.MapGet("/practices/{ods}/qi", Begun).RequireAuthorization(Policies.StartRuns);
        var plans = app.MapGroup(Address).RequireAuthorization(Policies.StartRuns).WithMetadata(PlanBody.Limit);
        plans.MapGet("", Read);
        plans.MapGet("/history", (string ods, string module, int year, PlanPlace place, PlanStore store) => place.Find(ods, module, year, out var refusal) is { } at
            ? Results.Json(new { versions = store.History(at.Key).Select(Told) }, RunJson.Options)
            : refusal!);
        plans.MapPut("/{kind}/{entry}", Put);
        plans.MapDelete("/{kind}/{entry}", Remove);
        plans.MapPost("/declaration", Declare);
    }

    public static IResult Answer(PlanChange change, PlanAt at, DateOnly today, HttpContext context, Func<PlanChange.Made, IResult> made)
    {
        switch (change)
        {
            case PlanChange.Made done:
                context.Response.Headers.ETag = ETag(done.Plan.Changes);
                return made(done);
            case PlanChange.Overtaken behind:
                return Results.Json(
                    new
                    {
                        status = StatusCodes.Status412PreconditionFailed,
                        title = "The plan has changed since",
                        detail = behind.Now is { } now ? $"It has version {now}. Look at it, and send the change again with If-Match: \"{now}\"." : "It is not there: a new entry is sent without If-Match.",
                        version = behind.Now,
                        now = PlanJson.Of(at.Module.Module, behind.Plan, today),
                    },
                    RunJson.Options, "application/problem+json", StatusCodes.Status412PreconditionFailed);
            default:
                var problems = ((PlanChange.Refused)change).Problems;
                return Results.Problem(
                    string.Join(" ", problems), statusCode: StatusCodes.Status422UnprocessableEntity,
                    extensions: new Dictionary<string, object?> { ["problems"] = problems.Select(p => new { where = p.Where, what = p.What, expected = p.Expected }) });
        }
    }

    private static IResult Begun(string ods, PracticeList practices, PlanStore store) => practices.Find(ods) is { } practice
        ? Results.Json(new { plans = store.OfPractice(practice.Ods).Select(k => new { module = k.Module, year = k.Year }) }, RunJson.Options)
        : PlanPlace.NotHere("The practice is not configured here.");

    private static IResult Read(string ods, string module, int year, PlanPlace place, PlanStore store, HttpContext context)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at)
        {
            return refusal!;
        }

        var stored = store.Read(at.Key);
        context.Response.Headers.ETag = ETag(stored.Changes);
        return Results.Json(PlanJson.Of(at.Module.Module, stored, place.Today), RunJson.Options);
    }

    private static async Task<IResult> Put(
        string ods, string module, int year, string kind, string entry, PlanPlace place, PlanEditing editing, HttpContext context, CancellationToken cancellation)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at || Writable(kind, out refusal) is not { } of || PlanBody.Read(await PlanBody.Text(context, cancellation), ["entry"], out var by, out refusal) is not { } body)
        {
            return refusal!;
        }

        if (body["entry"] is not JsonObject sent)
        {
            return Results.Problem("{ \"by\": who sends it, \"entry\": { ... } } was expected.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (of.Read(sent.DeepClone().AsObject(), entry, 1, out var fault) is null)
        {
            return Results.Problem($"The entry cannot be read: {fault}.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (!Match(context, out var from, out refusal))
        {
            return refusal!;
        }

        var change = editing.Put(at.Module.Module, at.Key, of, entry, from, version => of.Read(sent.DeepClone().AsObject(), entry, version, out _)!, by!, place.Today);
        return Answer(change, at, place.Today, context, made =>
        {
            context.Response.Headers.ETag = ETag(made.Versions[0].Version);
            return Results.Content(made.Versions[0].Body, "application/json", null, from is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        });
    }

    private static IResult Remove(string ods, string module, int year, string kind, string entry, string? by, PlanPlace place, PlanEditing editing, HttpContext context)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at || !Match(context, out var from, out refusal))
        {
            return refusal!;
        }

        return EntryKind.Find(kind) is not { } of || of == EntryKind.Declaration ? PlanPlace.NotHere("A plan has no such entries.")
            : !PlanBody.IsName(by) ? Results.Problem("Who removes it is expected: ?by=, at most 200 signs.", statusCode: StatusCodes.Status400BadRequest)
            : from is not { } version ? Results.Problem("If-Match with the entry's version is expected.", statusCode: StatusCodes.Status428PreconditionRequired)
            : Answer(editing.Remove(at.Module.Module, at.Key, of, entry, version, by!.Trim(), place.Today), at, place.Today, context, _ => Results.NoContent());
    }

    private static async Task<IResult> Declare(
        string ods, string module, int year, PlanPlace place, PlanEditing editing, Counting counting, HttpContext context, CancellationToken cancellation)
    {
        if (place.Find(ods, module, year, out var refusal) is not { } at || PlanBody.Read(await PlanBody.Text(context, cancellation), [], out var by, out refusal) is null || !Match(context, out var seen, out refusal))
        {
            return refusal!;
        }

        if (seen is not { } changes)
        {
            return Results.Problem("If-Match with the plan's ETag is expected: what is declared is what was seen.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        var change = editing.Declare(at.Module.Module, at.Key, changes, by!, place.Today);
        return Answer(change, at, place.Today, context, made =>
        {
            var plan = made.Plan.Plan;
            counting.Keep(ModuleCompletion.Of(at.Module.Module, plan, PlanReview.Of(at.Module.Module, plan, place.Today), place.Today), at.Key.Counted + ".completion");
            return Results.Json(PlanJson.Of(at.Module.Module, made.Plan, place.Today), RunJson.Options);
        });
    }

    private static EntryKind? Writable(string kind, out IResult? refusal)
    {
        var found = EntryKind.Find(kind);
        refusal = found is null ? PlanPlace.NotHere($"A plan has no such entries; it has {string.Join(", ", EntryKind.All.Select(k => k.Name))}.")
            : found.Counted ? Results.Problem("What is counted from the record is not written: POST baselines, measurements or declaration.", statusCode: StatusCodes.Status405MethodNotAllowed)
            : null;
        return refusal is null ? found : null;
    }

    /// <param name="version">Null without If-Match.</param>
    private static bool Match(HttpContext context, out long? version, out IResult? refusal)
    {
        (version, refusal) = (null, null);
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            return true;
        }

        if (long.TryParse(header.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            version = number;
            return true;
        }

        refusal = Results.Problem("If-Match: a version was expected, such as \"2\".", statusCode: StatusCodes.Status400BadRequest);
        return false;
    }

    private static string ETag(long version) => $"\"{version}\"";

    private static object Told(EntryVersion version) => new
    {
        kind = version.Kind,
        id = version.Id,
        version = version.Version,
        removed = version.Removed == 1,
        by = version.SaidBy,
        at = version.At,
        entry = JsonNode.Parse(version.Body),
    };
}
