using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Publishing;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Publishing;

/// <summary><c>Measure/$data-requirements</c>: what deciding one Measure, or several, needs of a record.</summary>
internal static class DataRequirementsEndpoints
{
    public const string Operation = "http://hl7.org/fhir/OperationDefinition/Measure-data-requirements";

    public static void MapDataRequirements(this IEndpointRouteBuilder app)
    {
        app.MapGet("/Measure/$data-requirements", OfType);
        app.MapGet("/Measure/{id}/$data-requirements", OfInstance);
    }

    /// <summary>Of the Measures that <c>measure</c> names by canonical, or of all.</summary>
    private static IResult OfType(HttpContext context, RuleBook rules)
    {
        if (rules.Loaded is not { } loaded)
        {
            return DefinitionEndpoints.NotReady(rules);
        }

        var asked = context.Request.Query["measure"].Where(m => !string.IsNullOrEmpty(m)).ToList();
        var measures = loaded.Framework.Reported.Where(MeasureWriter.Measures)
            .Select(i => (Indicator: i, Identity: MeasureIdentity.Of(loaded.Framework, i))).ToList();
        var unknown = asked.Where(a => measures.TrueForAll(m => a != m.Identity.Url && a != m.Identity.VersionedUrl)).ToList();
        return unknown.Count > 0
            ? FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", unknown.Select(_ => "There is no Measure of this canonical."))
            : Answer(context, loaded, [.. measures
                .Where(m => asked.Count == 0 || asked.Contains(m.Identity.Url) || asked.Contains(m.Identity.VersionedUrl)).Select(m => m.Indicator)]);
    }

    private static IResult OfInstance(string id, HttpContext context, RuleBook rules) =>
        rules.Loaded is not { } loaded ? DefinitionEndpoints.NotReady(rules)
        : loaded.Framework.Reported.Where(MeasureWriter.Measures)
            .FirstOrDefault(i => MeasureIdentity.Of(loaded.Framework, i).Id == id) is { } indicator
            ? Answer(context, loaded, [indicator])
        : DefinitionEndpoints.NotFound("Measure");

    private static IResult Answer(HttpContext context, LoadedFramework loaded, IReadOnlyList<FrameworkIndicator> indicators)
    {
        var year = loaded.Framework.YearStart;
        return (Day("periodStart", year), Day("periodEnd", year.AddYears(1).AddDays(-1))) switch
        {
            ({ } start, { } end) when start <= end => FhirAnswer.Resource(
                output => DataRequirementsWriter.Write(output, loaded.Publication, indicators, start, end)),
            _ => FhirAnswer.Outcome(
                StatusCodes.Status400BadRequest, "value", "periodStart and periodEnd: two days in order were expected, such as 2026-04-01."),
        };

        // R4 wants both; the requirements are the same for any, so that the year of the framework stands in.
        DateOnly? Day(string name, DateOnly otherwise) =>
            context.Request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
