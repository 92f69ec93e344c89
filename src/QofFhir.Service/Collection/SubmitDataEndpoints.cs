using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary><c>Measure/$submit-data</c>: reports in Parameters, as base R4 and as DEQM have them; all or none.</summary>
internal static class SubmitDataEndpoints
{
    public const string Operation = "http://hl7.org/fhir/OperationDefinition/Measure-submit-data";

    public static void MapSubmitData(this IEndpointRouteBuilder app)
    {
        app.MapPost("/Measure/$submit-data", (HttpContext context, ReportIntake intake) => Take(context, intake, null));
        app.MapPost("/Measure/{id}/$submit-data", (string id, HttpContext context, ReportIntake intake) => Take(context, intake, id));
    }

    private static async Task<IResult> Take(HttpContext context, ReportIntake intake, string? measure)
    {
        var by = Readers.Of(context)!;
        var (json, refusal) = await SubmittedBody.Read(context.Request);
        if (json is null)
        {
            return refusal!;
        }

        using (json)
        {
            var entries = json.Root.Type == "Parameters" ? SubmittedEntries.OfParameters(json.Root) : [];
            if (SubmittedEntries.Refusal(entries) is { } patients)
            {
                return await ConsignmentAnswer.Refuse(context, intake, by, entries, patients);
            }

            if (!entries.Any(e => e.Resource?.Type == "MeasureReport"))
            {
                return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "required", "Parameters were expected, with one or more measureReport, or with bundle.");
            }

            var consignment = Consignment.Of(entries, intake, by, asked: false, together: true, measure);
            if (!consignment.Good)
            {
                return await ConsignmentAnswer.Refuse(context, intake, by, consignment);
            }

            var submission = ConsignmentAnswer.Submission(intake, by, consignment);
            var fates = await intake.Keep(submission);
            CollectionAddress.Receipt(context, submission);
            var status = fates is [{ Fate: Fate.Older }] ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
            return new OutcomeAnswer(status, consignment.Reports.Zip(fates).SelectMany(r => ReportIssues.Of(r.Second, r.First.Judged.Incoming!.Report)
                .Select(i => i with { Expression = r.First.Entry.Place, Severity = fates.Count > 1 && i.Severity == "error" ? "warning" : i.Severity })));
        }
    }
}
