using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Shelves;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server.Search;

/// <summary><c>GET /fhir/{type}</c> and <c>POST /fhir/{type}/_search</c>.</summary>
internal sealed class SearchEndpoint(Library library, SampleGpSettings settings)
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly PageWriter _pages = new(library);

    public Task Get(HttpContext context) => Answer(context, QueryText.Pairs(context.Request.QueryString.Value ?? ""));

    public async Task Post(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType != Form)
        {
            await Answers.Outcome(context, StatusCodes.Status415UnsupportedMediaType, "not-supported", $"A search by POST is a form: {Form}.");
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var form = await reader.ReadToEndAsync(context.RequestAborted);
        await Answer(context, [.. QueryText.Pairs(context.Request.QueryString.Value ?? ""), .. QueryText.Pairs(form)]);
    }

    private async Task Answer(HttpContext context, IEnumerable<KeyValuePair<string, string>> given)
    {
        var parameters = given.ToList();
        var type = (string)context.Request.RouteValues["type"]!;
        if (!SearchableTypes.All.ContainsKey(type))
        {
            await Answers.Outcome(context, StatusCodes.Status404NotFound, "not-supported", "This type is not known here.");
        }
        else if (!Grant.Covers(context, type))
        {
            await Grant.Refuse(context, type);
        }
        else if (parameters.Find(p => p.Key == "_page") is { Key: not null } page)
        {
            await Continue(context, type, page.Value);
        }
        else
        {
            await Begin(context, type, parameters);
        }
    }

    private async Task Begin(HttpContext context, string type, List<KeyValuePair<string, string>> parameters)
    {
        var practice = ServedPractice.Of(context);
        var plan = practice.Faults.Plan;
        var reader = new SearchReader(type, library.Codes, settings, plan);
        var request = reader.Read(parameters.Where(p => p.Key != "_format"));
        var strict = context.Request.Headers["Prefer"].Any(p => p is not null && p.Contains("handling=strict", StringComparison.Ordinal));
        IReadOnlyList<string> errors = strict ? [.. reader.Errors, .. reader.Unknown.Select(u => $"The parameter '{u}' is not known here.")] : reader.Errors;
        if (errors.Count > 0)
        {
            await Answers.Outcome(context, StatusCodes.Status400BadRequest, "not-supported", errors);
            return;
        }

        var search = new RunningSearch(request, library.Shelf(type));
        var number = search.Total > request.Count ? practice.Continuations.Keep(search) : 0;
        await Page(context, _pages.Write(Answers.BaseUrl(context), search, number, 0, plan));
    }

    private async Task Continue(HttpContext context, string type, string token)
    {
        var practice = ServedPractice.Of(context);
        if (practice.Continuations.Find(token) is { } found && found.Search.Request.Type == type)
        {
            await Page(context, _pages.Write(Answers.BaseUrl(context), found.Search, found.Number, found.From, practice.Faults.Plan));
        }
        else
        {
            await Answers.Outcome(context, StatusCodes.Status410Gone, "not-found", "This page is gone. Search again.");
        }
    }

    private static async Task Page(HttpContext context, ReadOnlyMemory<byte> page)
    {
        switch (Fault(ServedPractice.Of(context).Faults))
        {
            case BodyFault.Broken:
                await Answers.Json(context, StatusCodes.Status200OK, page[..(page.Length / 2)]);
                break;
            case BodyFault.Truncated:
                await BreakOff(context, page);
                break;
            default:
                await Answers.Json(context, StatusCodes.Status200OK, page);
                break;
        }
    }

    private static BodyFault Fault(SampleGpFaults faults) => faults switch
    {
        _ when faults.Spend(faults.Plan.BrokenJson) => BodyFault.Broken,
        _ when faults.Spend(faults.Plan.TruncatedBody) => BodyFault.Truncated,
        _ => BodyFault.None,
    };

    /// <summary>Promises the whole page, sends half and hangs up.</summary>
    private static async Task BreakOff(HttpContext context, ReadOnlyMemory<byte> page)
    {
        context.Response.ContentType = Answers.FhirJson;
        context.Response.ContentLength = page.Length;
        await context.Response.BodyWriter.WriteAsync(page[..(page.Length / 2)], context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
