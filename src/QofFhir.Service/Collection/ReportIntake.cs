using System.Globalization;
using System.Security.Cryptography;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>Takes reports in: judges each by itself and by who sends it, and hands on what is good.</summary>
internal sealed class ReportIntake(KnownMeasures measures, SubmissionQueue queue, ServicePlan plan, TimeProvider clock)
{
    private readonly SummaryReportReader _reader = new(measures.Find);

    /// <param name="identifier">System, bar, value that the address of a conditional update names; null: none.</param>
    /// <param name="id">That the address of an update names; null: none.</param>
    public Judgement Judge(SubmittedResource resource, Reader by, string? identifier = null, string? id = null, long? ifVersion = null)
    {
        var read = _reader.Read(resource, clock.GetUtcNow());
        if (read.Report is not { } report)
        {
            return new Judgement(null, read.Readable ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest, read.Faults);
        }

        if (by.Role != ReaderRole.National && by.Organisation != report.Practice)
        {
            return Judgement.Refused(StatusCodes.Status403Forbidden, "forbidden", "MeasureReport.reporter", "A practice sends its own reports only.");
        }

        if (report.Sample && !plan.OnLoopback)
        {
            return Judgement.Refused(
                StatusCodes.Status422UnprocessableEntity, "business-rule", "MeasureReport.meta.tag", "Reports of sample data are taken only by an aggregator that listens on loopback alone.");
        }

        if (identifier is not null && identifier != $"{ReportIdentity.System}|{report.Identity.Value}")
        {
            return Judgement.Refused(
                StatusCodes.Status400BadRequest, "invalid", "MeasureReport.identifier",
                "The identifier of the address is not this report's: system measure-report, and reporter, framework, indicator, period and achievement date as its value.");
        }

        return id is not null && id != report.Identity.Id
            ? Judgement.Refused(StatusCodes.Status400BadRequest, "invalid", "MeasureReport.id", "The id of the address is not this report's: it follows from its identity.")
            : new Judgement(new Incoming(report, Packed.Pack(resource.Text), ifVersion), StatusCodes.Status200OK, []);
    }

    /// <summary>A submission that comes now, with an id that nobody can guess.</summary>
    public Submission Begin(Reader by, IReadOnlyList<Incoming> reports, int refused = 0, IReadOnlyList<Refusal>? refusals = null)
    {
        var now = clock.GetUtcNow();
        var id = now.UtcDateTime.ToString("yyyyMMddHHmmssfff-", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(16, lowercase: true);
        return new Submission(id, StoredReport.Moment(now), by, reports, refused, refusals);
    }

    public Task<IReadOnlyList<Taken>> Keep(Submission submission) => queue.Write(submission);
}
