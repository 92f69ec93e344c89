using System.Globalization;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Publication;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Releases;

/// <summary><c>/public</c>: what was made public, for everybody. Nothing is computed here, so nothing can be asked out of it.</summary>
internal static class PublicEndpoints
{
    private static readonly string[] Columns = ["ORGANISATION_LEVEL", "ORGANISATION_CODE", "INDICATOR_CODE", "MEASURE", "VALUE", "NOT_SHOWN"];

    public static void MapPublicReleases(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        open.MapGet("/public/releases", (ReleaseStore store) => Results.Json(new { releases = store.All().Select(ReleaseJson.Told) }, RunJson.Options));
        open.MapGet("/public/releases/{framework}/{on}", Read);
        open.MapGet("/public/releases/{framework}/{on}/counts.csv", Csv);
        open.MapGet("/public/releases/{framework}/{on}/MeasureReport", Reports);
    }

    private static IResult Read(string framework, string on, string? organisation, ReleaseStore store)
    {
        if (store.Find(framework, on) is not { } release)
        {
            return NotPublic();
        }

        return organisation is null
            ? Results.Json(ReleaseJson.Told(release), RunJson.Options)
            : Results.Json(
                new { release = ReleaseJson.Told(release), counts = store.Counts(release, organisation.ToUpperInvariant(), null).Select(ReleaseJson.Told) }, RunJson.Options);
    }

    /// <summary>A row a count, as the publication has achievement; the denominator is net.</summary>
    private static IResult Csv(string framework, string on, string? level, ReleaseStore store)
    {
        if (store.Find(framework, on) is not { } release)
        {
            return NotPublic();
        }

        if (!Level(level, out var wanted))
        {
            return Results.Problem($"level: one of {string.Join(", ", Enum.GetNames<OrganisationKind>())} was expected.", statusCode: StatusCodes.Status400BadRequest);
        }

        var output = new StringWriter(CultureInfo.InvariantCulture);
        Publication.Csv.WriteLine(output, Columns);
        foreach (var row in store.Counts(release, null, wanted))
        {
            var counts = row.Counts;
            foreach (var (measure, count) in new[] { ("POPULATION", counts.Population), ("EXCLUSIONS", counts.Exclusions), ("PCAS", counts.Adjusted), ("NUMERATOR", counts.Numerator) })
            {
                Write(row, measure, count.Shown, count.Kind == ReleasedKind.Rounded ? "" : count.Kind.ToString().ToUpperInvariant());
            }

            Write(row, "DENOMINATOR", counts.Achievement?.Denominator, counts.Achievement is null ? "NOT COMPUTED" : "");
        }

        return Results.Text(output.ToString(), "text/csv; charset=utf-8");

        void Write(PublicCounts row, string measure, long? value, string hidden) => Publication.Csv.WriteLine(
            output, row.Level.ToString().ToUpperInvariant(), row.Counts.Organisation, row.Indicator, measure, value?.ToString(CultureInfo.InvariantCulture) ?? "", hidden);
    }

    /// <summary>As MeasureReports. One with a count that is not shown is left out as a whole, so that all that come are valid; an OperationOutcome says how many.</summary>
    private static IResult Reports(string framework, string on, string? reporter, HttpContext context, ReleaseStore store, PublicReports reports)
    {
        if (store.Find(framework, on) is not { } release)
        {
            return FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "Nothing of this framework and date was made public.");
        }

        if (string.IsNullOrEmpty(reporter))
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "required", "reporter: an organisation was expected, such as Organization/U12345.");
        }

        return FhirAnswer.Resource(output => reports.Write(
            output, $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}", release, reporter[(reporter.LastIndexOf('/') + 1)..].ToUpperInvariant()));
    }

    private static bool Level(string? name, out OrganisationKind? level)
    {
        level = null;
        if (name is null)
        {
            return true;
        }

        var known = Enum.TryParse<OrganisationKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !int.TryParse(name, out _);
        level = known ? kind : null;
        return known;
    }

    private static IResult NotPublic() => Results.Problem("Nothing of this framework and date was made public.", statusCode: StatusCodes.Status404NotFound);
}
