using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server;

/// <summary><c>POST /changes</c>: NDJSON of transaction Bundles that change the records of all practices, all of them or none.</summary>
internal sealed class ChangesEndpoint(SampleGpRecords records)
{
    public async Task Post(HttpContext context)
    {
        // A page of another site cannot send this type without being asked for leave first.
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType != "application/fhir+ndjson")
        {
            await Answers.Outcome(context, StatusCodes.Status415UnsupportedMediaType, "not-supported", "Changes are application/fhir+ndjson.");
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            var at = records.Apply(text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)));
            await context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["lastUpdated"] = Library.Text(at) }, context.RequestAborted);
        }
        catch (JsonException)
        {
            await Answers.Outcome(context, StatusCodes.Status400BadRequest, "structure", "Each line is a transaction Bundle whose entries are PUT with a resource or DELETE of Type/id.");
        }
    }
}
