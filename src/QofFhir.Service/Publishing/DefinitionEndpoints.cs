using System.Text;
using QofFhir.Extraction.Requirements;
using QofFhir.Fhir.Publishing;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Publishing;

/// <summary><c>/fhir/Measure</c>, <c>/fhir/Library</c> and <c>/fhir/ValueSet</c>: the framework as <c>qof publish</c> writes it.</summary>
internal static class DefinitionEndpoints
{
    public static readonly string[] Types = ["Measure", "Library", "ValueSet"];

    public static void MapDefinitions(this IEndpointRouteBuilder app)
    {
        foreach (var type in Types)
        {
            app.MapGet($"/{type}", (HttpContext context, RuleBook rules) => Search(type, context, rules));
            app.MapGet($"/{type}/{{id}}", (string id, RuleBook rules) => Read(type, id, rules));
        }

        app.MapGet($"/CapabilityStatement/{RequirementsWriter.Id}", () => Results.Bytes(PublishedRequirements.Json(), FhirAnswer.ContentType));
    }

    /// <summary>The answer as long as there are no definitions.</summary>
    public static IResult NotReady(RuleBook rules) => FhirAnswer.Outcome(
        StatusCodes.Status503ServiceUnavailable, "transient", rules.Fault is null ? "The definitions are being loaded." : "The definitions could not be loaded.");

    public static IResult NotFound(string type) =>
        FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", $"There is no {type} with this id.");

    private static IResult Search(string type, HttpContext context, RuleBook rules)
    {
        if (rules.Loaded is not { } loaded)
        {
            return NotReady(rules);
        }

        var search = DefinitionSearch.Parse(context.Request.Query);
        if (search.Mistakes.Count > 0)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "value", search.Mistakes);
        }

        if (search.Ignored.Count > 0 && context.Request.Headers["Prefer"].ToString().Contains("handling=strict", StringComparison.Ordinal))
        {
            return FhirAnswer.Outcome(
                StatusCodes.Status400BadRequest, "not-supported", search.Ignored.Select(name => $"There is no search parameter {name} here."));
        }

        var found = loaded.Resources.Where(r => r.Type == type && search.Fits(r)).ToList();
        var page = found.Skip(search.Offset).Take(search.Count).Select(r => (r.Id, Encoding.UTF8.GetString(r.Bytes().Span))).ToList();
        var end = search.Offset + page.Count;
        var address = $"{context.Request.Scheme}://{context.Request.Host}/fhir/{type}";
        return FhirAnswer.Resource(output => SearchBundle.Write(
            output, address, search.Taken, found.Count, page.Count > 0 && end < found.Count ? end : null, page));
    }

    private static IResult Read(string type, string id, RuleBook rules) =>
        rules.Loaded is not { } loaded ? NotReady(rules)
        : loaded.Resources.FirstOrDefault(r => r.Type == type && r.Id == id) is { } resource ? FhirAnswer.Resource(resource.Write)
        : NotFound(type);
}
