using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Access;

namespace QofFhir.Service.Collection;

/// <summary>What happens to a consignment as a whole.</summary>
internal static class ConsignmentAnswer
{
    /// <summary>Its good reports; the others are refused with their reasons.</summary>
    public static Submission Submission(ReportIntake intake, Reader by, Consignment consignment)
    {
        Incoming[] good = [.. consignment.Reports.Select(r => r.Judged.Incoming).OfType<Incoming>()];
        return intake.Begin(by, good, consignment.Reports.Count - good.Length, consignment.Refusals) with { Provenances = consignment.Provenances };
    }

    /// <summary>All of it, because some of it is at fault: the answer tells every fault.</summary>
    public static async Task<IResult> Refuse(HttpContext context, ReportIntake intake, Reader by, Consignment consignment)
    {
        await Receipt(context, intake, intake.Begin(by, [], consignment.Reports.Count, consignment.Refusals));
        var status = consignment.Reports.Select(r => r.Judged.Status).Append(StatusCodes.Status422UnprocessableEntity).Contains(StatusCodes.Status403Forbidden)
            ? StatusCodes.Status403Forbidden
            : StatusCodes.Status422UnprocessableEntity;
        return new OutcomeAnswer(status, consignment.Issues);
    }

    /// <summary>All of it, because it may be about patients: nothing else is looked at.</summary>
    public static async Task<IResult> Refuse(HttpContext context, ReportIntake intake, Reader by, IReadOnlyList<SubmittedEntry> entries, ReportFault patients)
    {
        var reports = entries.Count(e => e.Resource?.Type == "MeasureReport");
        await Receipt(context, intake, intake.Begin(by, [], reports, [new Refusal(patients.Expression!, [patients.Text])]));
        return new OutcomeAnswer(StatusCodes.Status422UnprocessableEntity, [ReportIssues.Of(patients)]);
    }

    private static async Task Receipt(HttpContext context, ReportIntake intake, Submission refused)
    {
        await intake.Keep(refused);
        CollectionAddress.Receipt(context, refused);
    }
}
