using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary><c>POST /fhir</c>: reports in a transaction, all or none, or in a batch, each by itself; with them where they come from.</summary>
internal static class BundleEndpoint
{
    public static void MapBundles(this IEndpointRouteBuilder app) => app.MapPost("", Take);

    private static async Task<IResult> Take(HttpContext context, ReportIntake intake)
    {
        var by = Readers.Of(context)!;
        var (json, refusal) = await SubmittedBody.Read(context.Request);
        if (json is null)
        {
            return refusal!;
        }

        using (json)
        {
            if (json.Root.Type != "Bundle" || json.Root.Kind is not ("transaction" or "batch"))
            {
                return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "invalid", "A Bundle of type transaction or batch was expected.");
            }

            var transaction = json.Root.Kind == "transaction";
            var entries = SubmittedEntries.OfBundle(json.Root);
            if (SubmittedEntries.Refusal(entries) is { } patients)
            {
                return await ConsignmentAnswer.Refuse(context, intake, by, entries, patients);
            }

            var consignment = Consignment.Of(entries, intake, by, asked: true, together: transaction);
            if (transaction && !consignment.Good)
            {
                return await ConsignmentAnswer.Refuse(context, intake, by, consignment);
            }

            var submission = ConsignmentAnswer.Submission(intake, by, consignment);
            var fates = await intake.Keep(submission);
            CollectionAddress.Receipt(context, submission);
            return FhirAnswer.Resource(output => ResponseBundle.Write(output, transaction, consignment, fates, context.Request));
        }
    }
}
