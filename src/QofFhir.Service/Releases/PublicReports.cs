using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing.Rollups;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Rollups;

namespace QofFhir.Service.Releases;

/// <summary>Counts of a release as MeasureReports, tagged as rounded.</summary>
internal sealed class PublicReports(ReleaseStore store, KnownFrameworks frameworks, OrganisationStore organisations)
{
    private readonly RollupReportWriter _writer = new();

    /// <summary>A Bundle of the reports of an organisation. One with a count that is not shown is left out: a group without it would say which.</summary>
    public void Write(IBufferWriter<byte> output, string address, PublicRelease release, string organisation)
    {
        var counts = store.Counts(release, organisation, null);
        var framework = frameworks.Find(release.Framework);
        var known = organisations.Geography().Geography.Find(organisation);
        var reports = new List<(string, string)>();
        foreach (var row in counts.Where(c => c.Counts.Whole))
        {
            if (framework?.Reported.FirstOrDefault(i => i.Id == row.Indicator) is { } indicator && known is not null)
            {
                reports.Add(Report(release, known, framework, indicator, row));
            }
        }

        SearchBundle.Write(output, address, [new("reporter", "Organization/" + organisation)], reports.Count, null, reports, LeftOut(counts.Count - reports.Count) is { } outcome ? [("outcome", null, outcome)] : []);
    }

    private (string Id, string Body) Report(PublicRelease release, Organisation organisation, Framework framework, FrameworkIndicator indicator, PublicCounts row)
    {
        var shown = new ReportedCounts(row.Counts.Population.Shown!.Value, row.Counts.Exclusions.Shown!.Value, row.Counts.Adjusted.Shown!.Value, row.Counts.Numerator.Shown!.Value);
        var report = new RollupReport(
            organisation, framework.Id, indicator.Id, indicator.Title, indicator.Kind, row.Measure, framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1),
            DateOnly.ParseExact(release.Achieved, "yyyy-MM-dd", CultureInfo.InvariantCulture), null, new Rollup(0, 0, shown, null, null), [], release.Sample)
        {
            Rounded = true,
        };
        var body = new ArrayBufferWriter<byte>();
        _writer.Write(body, report, DateTimeOffset.Parse(release.Made, CultureInfo.InvariantCulture));
        return (report.Identity.Id, Encoding.UTF8.GetString(body.WrittenSpan));
    }

    private static string? LeftOut(int reports) => reports == 0 ? null : new JsonObject
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = "information",
            ["code"] = "suppressed",
            ["details"] = new JsonObject { ["text"] = $"{reports} reports are left out because a count of theirs is not shown to the public." },
        }),
    }.ToJsonString();
}
