using System.Globalization;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Reports;
using QofFhir.Service.Rollups;

namespace QofFhir.Service.Collection;

/// <summary>Reading <c>/fhir/MeasureReport</c> of an aggregator: live reports, their history, searches.</summary>
internal static class CollectedEndpoints
{
    public static void MapCollectedReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/MeasureReport", (HttpContext context, CollectedReports reports, RollupSearch rollups, Reporters reporters, ReportAccess access) =>
            Answer(context, ReportQuery.Parse(context.Request.Query), reports, rollups, reporters, access));
        app.MapPost("/MeasureReport/_search", SearchByForm).DisableAntiforgery();
        app.MapGet("/MeasureReport/{id}", (string id, HttpContext context, CollectedReports reports, ReportAccess access) => Read(id, null, context, reports, access));
        app.MapGet("/MeasureReport/{id}/_history", History);
        app.MapGet("/MeasureReport/{id}/_history/{version}", (string id, string version, HttpContext context, CollectedReports reports, ReportAccess access) =>
            Read(id, version, context, reports, access));
    }

    private static async Task<IResult> SearchByForm(HttpContext context, CollectedReports reports, RollupSearch rollups, Reporters reporters, ReportAccess access)
    {
        if (!context.Request.HasFormContentType)
        {
            return FhirAnswer.Outcome(StatusCodes.Status415UnsupportedMediaType, "not-supported", "A search is posted as a form.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Answer(context, ReportQuery.Parse([.. context.Request.Query, .. form]), reports, rollups, reporters, access);
    }

    private static IResult Answer(HttpContext context, ReportQuery query, CollectedReports reports, RollupSearch rollups, Reporters reporters, ReportAccess access)
    {
        if (query.Refusal(context.Request) is { } refusal)
        {
            return refusal;
        }

        context.Response.Headers.CacheControl = "no-store";
        var readable = access.Of(Readers.Of(context)!);
        var page = reports.Search(query, readable);

        // Roll-ups are made when they are asked for, and come after what was collected.
        var made = rollups.Find(query.Taken, readable);
        page = new ReportPage(
            page.Total + made.Count, [.. page.Reports, .. made.Skip(Math.Max(0, query.Offset - page.Total)).Take(query.Count - page.Reports.Count)]);
        var end = query.Offset + page.Reports.Count;
        var along = query.WithReporters ? reporters.Of(page.Reports, $"{context.Request.Scheme}://{context.Request.Host}/fhir/") : [];
        return FhirAnswer.Resource(output => SearchBundle.Write(
            output, CollectionAddress.Absolute(context.Request, "MeasureReport"), query.Taken, page.Total, page.Reports.Count > 0 && end < page.Total ? end : null, page.Reports, along));
    }

    private static IResult Read(string id, string? version, HttpContext context, CollectedReports reports, ReportAccess access)
    {
        context.Response.Headers.CacheControl = "no-store";
        long? number = long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if ((version is not null && number is null) || reports.Find(id, number, access.Of(Readers.Of(context)!)) is not { } found)
        {
            return NotFound;
        }

        context.Response.Headers.ETag = CollectionAddress.ETag(found.Version);
        context.Response.Headers.LastModified = found.ReceivedAt.ToString("R", CultureInfo.InvariantCulture);
        return FhirAnswer.Resource(found.Json());
    }

    private static IResult History(string id, HttpContext context, CollectedReports reports, ReportAccess access)
    {
        context.Response.Headers.CacheControl = "no-store";
        var versions = reports.History(id, access.Of(Readers.Of(context)!));
        return versions.Count == 0
            ? NotFound
            : FhirAnswer.Resource(output => HistoryBundle.Write(output, CollectionAddress.Absolute(context.Request, "MeasureReport"), versions));
    }

    private static IResult NotFound => FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no MeasureReport with this id.");
}
