using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>A report that was found good and is to be collected.</summary>
/// <param name="Body">As it was sent, packed.</param>
/// <param name="IfVersion">Taken only when this version is live; null: whichever is.</param>
internal sealed record Incoming(SummaryReport Report, byte[] Body, long? IfVersion = null)
{
    public string Id { get; } = Report.Identity.Id;

    public string Computed { get; } = StoredReport.Moment(Report.Computed);
}
