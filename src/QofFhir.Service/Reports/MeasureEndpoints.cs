using System.Buffers;
using System.Text;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Reports;

/// <summary><c>/fhir/Measure</c>: the framework's indicators.</summary>
internal static class MeasureEndpoints
{
    public static void MapMeasures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/Measure", Search);
        app.MapGet("/Measure/{id}", Read);
    }

    private static IResult Search(HttpContext context, RuleBook rules)
    {
        if (rules.Loaded is not { } loaded)
        {
            return NotReady(rules);
        }

        var (url, id) = (context.Request.Query["url"].ToString(), context.Request.Query["_id"].ToString());
        var found = Indicators(loaded.Framework)
            .Select(i => (Identity: MeasureIdentity.Of(loaded.Framework, i), Indicator: i))
            .Where(m => (url.Length == 0 || url == m.Identity.Url || url == m.Identity.VersionedUrl) && (id.Length == 0 || id == m.Identity.Id))
            .Select(m => (m.Identity.Id, Body(loaded.Framework, m.Indicator)))
            .ToArray();
        var taken = new List<KeyValuePair<string, string>>();
        if (url.Length > 0)
        {
            taken.Add(new("url", url));
        }

        if (id.Length > 0)
        {
            taken.Add(new("_id", id));
        }

        var address = $"{context.Request.Scheme}://{context.Request.Host}/fhir/Measure";
        return FhirAnswer.Resource(output => SearchBundle.Write(output, address, taken, found.Length, null, found));
    }

    private static IResult Read(string id, RuleBook rules) =>
        rules.Loaded is not { } loaded ? NotReady(rules)
        : Indicators(loaded.Framework).FirstOrDefault(i => MeasureIdentity.Of(loaded.Framework, i).Id == id) is { } indicator
            ? FhirAnswer.Resource(output => MeasureWriter.Write(output, loaded.Framework, indicator))
            : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no Measure with this id.");

    private static IResult NotReady(RuleBook rules) => FhirAnswer.Outcome(
        StatusCodes.Status503ServiceUnavailable, "transient", rules.Fault is null ? "The definitions are being loaded." : "The definitions could not be loaded.");

    private static IEnumerable<FrameworkIndicator> Indicators(Framework framework) => framework.Reported.Where(MeasureWriter.Measures);

    private static string Body(Framework framework, FrameworkIndicator indicator)
    {
        var output = new ArrayBufferWriter<byte>();
        MeasureWriter.Write(output, framework, indicator);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
