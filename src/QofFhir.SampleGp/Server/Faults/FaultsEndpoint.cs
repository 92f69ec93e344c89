using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Practices;

namespace QofFhir.SampleGp.Server.Faults;

/// <summary><c>GET</c> and <c>POST /faults</c>: the practice's plan as JSON, where an empty object takes all faults away. <c>GET /faults/requests</c>: what it received.</summary>
internal static class FaultsEndpoint
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Task Get(HttpContext context) =>
        context.Response.WriteAsJsonAsync(ServedPractice.Of(context).Faults.Plan, Options, context.RequestAborted);

    public static Task Requests(HttpContext context) =>
        context.Response.WriteAsJsonAsync(ServedPractice.Of(context).Faults.Received, Options, context.RequestAborted);

    public static async Task Post(HttpContext context)
    {
        // Only JSON: a page of another site cannot send that without being asked for leave first.
        if (!context.Request.HasJsonContentType())
        {
            await Answers.Outcome(context, StatusCodes.Status415UnsupportedMediaType, "not-supported", "A fault plan is JSON.");
            return;
        }

        if (await Read(context) is { } plan)
        {
            ServedPractice.Of(context).Faults.Plan = plan;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await Answers.Outcome(context, StatusCodes.Status400BadRequest, "structure", "This is no fault plan: an object with the names and kinds that GET /faults shows.");
        }
    }

    private static async Task<SampleGpFaultPlan?> Read(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<SampleGpFaultPlan>(context.Request.Body, Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
