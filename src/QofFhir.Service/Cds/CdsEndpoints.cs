using System.Buffers;
using Microsoft.Extensions.Primitives;
using QofFhir.Fhir.Reading.Cds;
using QofFhir.Fhir.Writing.Cds;
using QofFhir.Service.Access;
using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Cds.Drawn;
using QofFhir.Service.Cds.Feedbacks;
using QofFhir.Service.Cds.Snoozes;
using QofFhir.Service.Cds.Switches;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds;

/// <summary><c>/cds-services</c>: CDS Hooks 2.0.</summary>
internal static class CdsEndpoints
{
    public const string Path = "/cds-services";

    private const string Json = "application/json; charset=utf-8";
    private static readonly string[] Types = ["application/json", "application/fhir+json"];

    public static bool Holds(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    public static void MapCds(this IEndpointRouteBuilder app, CdsPlan plan)
    {
        var services = app.MapGroup("").AllowAnonymous().WithMetadata(new BodyLimit(plan.BodyBytes));
        ((IEndpointConventionBuilder)services).Finally(endpoint => endpoint.RequestDelegate = KnownOnly(endpoint.RequestDelegate!));
        services.MapGet(Path, Discover);
        services.MapPost(Path + "/{id}", Call);
        services.MapPost(Path + "/{id}/feedback", Tell);
        services.MapSnoozes();
        app.MapGet("/prompts/feedback", (FeedbackStore feedback, DrawnCards drawn, Retention retention, SnoozeStore snoozes, ServicePlan service, TimeProvider clock) => Results.Json(new
        {
            lastDays = retention.Days,
            feedback = feedback.Counts(),
            prompts = drawn.Counts(),
            snoozes = snoozes.Counts(service.Today(clock)),
        })).RequireAuthorization(Policies.PatientLevel);
        app.MapSwitches();
    }

    /// <summary>Before anything of the body is read: a filter would come after the body was bound.</summary>
    private static RequestDelegate KnownOnly(RequestDelegate next) => async context =>
    {
        if (await context.RequestServices.GetRequiredService<ClientCheck>().Of(context) is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Features.Set(caller);
        await next(context);
    };

    private static IResult Discover(RuleBook rules, ServicePlan plan)
    {
        if (rules.Loaded is not { } loaded)
        {
            return Refusals.NotReady;
        }

        var output = new ArrayBufferWriter<byte>();
        DiscoveryWriter.Write(output, CdsServices.All, loaded.Prefetch(plan.Cds.ByValueSet));
        return Results.Bytes(output.WrittenMemory.ToArray(), Json);
    }

    private static async Task<IResult> Call(string id, HttpContext context, RuleBook rules, ServicePlan plan, HookRecords records, HookAnswer answer)
    {
        if (CdsServices.Find(id) is not { } service)
        {
            return Refusals.NoService;
        }

        if (rules.Loaded is not { } loaded)
        {
            return Refusals.NotReady;
        }

        if (await Body(context.Request) is not { } body)
        {
            return Refusals.Content;
        }

        var keys = loaded.Prefetch(plan.Cds.ByValueSet).Select(t => t.Key).ToArray();
        var reading = new HookRequestReader(service.Hooks, keys, plan.Cds.Resources).Read(body);
        if (reading.Request is not { } request)
        {
            return Refusals.Of(reading.TooMany ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest, reading.Faults);
        }

        if (request.Role is { } role && UserRoles.Named(role) is null)
        {
            return Refusals.UnknownRole;
        }

        var (at, refusal) = await records.Of(service, request, loaded, context.Features.Get<Caller>()!, context.RequestAborted);
        return at is null ? refusal! : answer.Of(at, request, loaded, context.Features.Get<Caller>()!);
    }

    private static async Task<IResult> Tell(string id, HttpContext context, FeedbackStore store, TimeProvider clock)
    {
        if (CdsServices.Find(id) is null)
        {
            return Refusals.NoService;
        }

        if (await Body(context.Request) is not { } body)
        {
            return Refusals.Content;
        }

        var reading = FeedbackReader.Read(body, clock.GetUtcNow());
        if (reading.Faults.Count > 0)
        {
            return Refusals.Of(StatusCodes.Status400BadRequest, reading.Faults);
        }

        store.Keep(id, context.Features.Get<Caller>()!.Name, reading.Feedback);
        return Results.Ok();
    }

    /// <returns>Null for what is said to be no JSON.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request)
    {
        if (!Types.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase) || !StringValues.IsNullOrEmpty(request.Headers.ContentEncoding))
        {
            return null;
        }

        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, 1 << 20));
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
