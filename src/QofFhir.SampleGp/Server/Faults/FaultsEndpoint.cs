using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server.Faults;

/// <summary><c>GET</c> and <c>POST /faults</c>: the plan as JSON. An empty object takes all faults away.</summary>
internal sealed class FaultsEndpoint(SampleGpFaults faults)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public Task Get(HttpContext context) => context.Response.WriteAsJsonAsync(faults.Plan, Options, context.RequestAborted);

    public async Task Post(HttpContext context)
    {
        // Only JSON: a page of another site cannot send that without being asked for leave first.
        if (!context.Request.HasJsonContentType())
        {
            await Answers.Outcome(context, StatusCodes.Status415UnsupportedMediaType, "not-supported", "A fault plan is JSON.");
            return;
        }

        if (await Read(context) is { } plan)
        {
            faults.Plan = plan;
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
