using System.Globalization;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary><c>POST</c> and <c>PUT /fhir/MeasureReport</c>: one report.</summary>
internal static class ReportSubmissionEndpoints
{
    public static void MapReportSubmission(this IEndpointRouteBuilder app)
    {
        app.MapPost("/MeasureReport", (HttpContext context, ReportIntake intake) => Take(context, intake, null, null));
        app.MapPut("/MeasureReport", ByIdentifier);
        app.MapPut("/MeasureReport/{id}", (string id, HttpContext context, ReportIntake intake) => Take(context, intake, null, id));
    }

    private static Task<IResult> ByIdentifier(HttpContext context, ReportIntake intake)
    {
        var query = context.Request.Query;
        return query.Count == 1 && query["identifier"].ToString() is { Length: > 0 } identifier
            ? Take(context, intake, identifier, null)
            : Task.FromResult(FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "invalid", "A conditional update names the report by its identifier: ?identifier=SYSTEM|VALUE."));
    }

    private static async Task<IResult> Take(HttpContext context, ReportIntake intake, string? identifier, string? id)
    {
        var by = Readers.Of(context)!;
        if (!IfMatch(context.Request.Headers.IfMatch.ToString(), out var ifVersion))
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "invalid", "If-Match: a version was expected, such as W/\"2\".");
        }

        var (json, refusal) = await SubmittedBody.Read(context.Request);
        if (json is null)
        {
            return refusal!;
        }

        using (json)
        {
            if (id is not null && json.Root.Id is { } own && own != id)
            {
                return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "invalid", "The id in the report is not that of the address.");
            }

            var judged = intake.Judge(json.Root, by, identifier, id, ifVersion);
            return judged.Incoming is { } incoming
                ? await Kept(context, intake, incoming, by)
                : await Refused(context, intake, judged, by);
        }
    }

    private static async Task<IResult> Kept(HttpContext context, ReportIntake intake, Incoming incoming, Reader by)
    {
        var submission = intake.Begin(by, [incoming]);
        var taken = (await intake.Keep(submission))[0];
        CollectionAddress.Receipt(context, submission);
        var status = ReportIssues.Status(taken.Fate);
        if (status < 300)
        {
            var headers = context.Response.Headers;
            headers.ETag = CollectionAddress.ETag(taken.Version);
            headers.Location = CollectionAddress.Absolute(context.Request, CollectionAddress.Version(incoming.Id, taken.Version));
            headers.LastModified = DateTimeOffset.Parse(taken.Received, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
            var prefer = context.Request.Headers["Prefer"].ToString();
            if (prefer.Contains("return=minimal", StringComparison.Ordinal))
            {
                return Results.StatusCode(status);
            }

            if (prefer.Contains("return=representation", StringComparison.Ordinal))
            {
                var live = context.RequestServices.GetRequiredService<CollectedReports>()
                    .Find(incoming.Id, taken.Version, context.RequestServices.GetRequiredService<ReportAccess>().Of(by))!;
                return Results.Text(live.Json(), FhirAnswer.ContentType, statusCode: status);
            }
        }

        return new OutcomeAnswer(status, ReportIssues.Of(taken, incoming.Report));
    }

    /// <summary>Nothing was kept but the receipt; what is no report at all has none.</summary>
    private static async Task<IResult> Refused(HttpContext context, ReportIntake intake, Judgement judged, Reader by)
    {
        if (judged.Status != StatusCodes.Status400BadRequest)
        {
            var submission = intake.Begin(by, [], 1, [new Refusal("MeasureReport", [.. judged.Faults.Select(ReportIssues.Text)])]);
            await intake.Keep(submission);
            CollectionAddress.Receipt(context, submission);
        }

        return new OutcomeAnswer(judged.Status, judged.Faults.Select(ReportIssues.Of));
    }

    /// <returns>False for what is no version; without the header, null.</returns>
    private static bool IfMatch(string header, out long? version)
    {
        version = null;
        if (header.Length == 0)
        {
            return true;
        }

        var fits = header.StartsWith("W/\"", StringComparison.Ordinal) && header.EndsWith('"')
            && long.TryParse(header.AsSpan(3, header.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Set(number, out version);
        return fits;

        static bool Set(long number, out long? version)
        {
            version = number;
            return true;
        }
    }
}
