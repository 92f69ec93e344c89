using Microsoft.AspNetCore.Authorization;
using QofFhir.Service.Access;

namespace QofFhir.Service.Reports;

/// <summary><c>/fhir/MeasureReport</c>: summaries for whoever may reach this service, reports about patients with the key.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/MeasureReport", Search);
        app.MapPost("/MeasureReport/_search", SearchByForm).DisableAntiforgery();
        app.MapGet("/MeasureReport/{id}", Read);
    }

    private static Task<IResult> Search(HttpContext context, SummaryStore summaries, PatientStore patients, IAuthorizationService access) =>
        Answer(context, ReportQuery.Parse(context.Request.Query), summaries, patients, access);

    /// <summary>For clients that keep patient ids out of addresses.</summary>
    private static async Task<IResult> SearchByForm(
        HttpContext context, SummaryStore summaries, PatientStore patients, IAuthorizationService access)
    {
        if (!context.Request.HasFormContentType)
        {
            return FhirAnswer.Outcome(StatusCodes.Status415UnsupportedMediaType, "not-supported", "A search is posted as a form.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await Answer(context, ReportQuery.Parse([.. context.Request.Query, .. form]), summaries, patients, access);
    }

    private static async Task<IResult> Answer(
        HttpContext context, ReportQuery query, SummaryStore summaries, PatientStore patients, IAuthorizationService access)
    {
        if (query.AboutPatients && !await Policies.Allows(access, context, Policies.PatientLevel))
        {
            return Policies.Refusal(context);
        }

        if (query.Refusal(context.Request) is { } refusal)
        {
            return refusal;
        }

        context.Response.Headers.CacheControl = "no-store";
        var page = summaries.Search(query, query.Offset, query.Count);
        if (query.AboutPatients || (query.NamesReports && await Policies.Allows(access, context, Policies.PatientLevel)))
        {
            // Those about patients come after the summaries.
            var about = patients.Search(query, Math.Max(0, query.Offset - page.Total), query.Count - page.Reports.Count);
            page = new ReportPage(page.Total + about.Total, [.. page.Reports, .. about.Reports]);
        }

        var end = query.Offset + page.Reports.Count;
        var address = $"{context.Request.Scheme}://{context.Request.Host}/fhir/MeasureReport";
        return FhirAnswer.Resource(output => SearchBundle.Write(
            output, address, query.Taken, page.Total, page.Reports.Count > 0 && end < page.Total ? end : null, page.Reports));
    }

    private static async Task<IResult> Read(
        string id, HttpContext context, SummaryStore summaries, PatientStore patients, IAuthorizationService access)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (summaries.Find(id) is { } summary)
        {
            return FhirAnswer.Resource(summary);
        }

        // Whether a report about a patient exists is itself told only to those who may read it.
        if (CouldBeReport(id) && !await Policies.Allows(access, context, Policies.PatientLevel))
        {
            return Policies.Refusal(context);
        }

        return CouldBeReport(id) && patients.Find(id) is { } report
            ? FhirAnswer.Resource(report)
            : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no MeasureReport with this id.");
    }

    private static bool CouldBeReport(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}
