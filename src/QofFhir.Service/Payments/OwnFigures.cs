using System.Globalization;
using System.Text;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Payments;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Improvement;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Rollups;

namespace QofFhir.Service.Payments;

/// <summary>What a practice's own summary reports and declarations say, in the practice tier.</summary>
internal sealed class OwnFigures(SummaryStore summaries, ModuleAttestations attestations)
{
    /// <summary>What this service wrote itself may look ahead, as the sample does: no clock is held against it.</summary>
    private static readonly DateTimeOffset Whenever = new(2300, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The latest achievement date of the framework's year that has reports; null where there are none.</summary>
    public DateOnly? Latest(string practice, Framework framework)
    {
        var begin = $"{ReportIdentity.System}|{Uri.EscapeDataString(practice.ToUpperInvariant())}:{Uri.EscapeDataString(framework.Id)}:";
        var year = string.Create(CultureInfo.InvariantCulture, $":{framework.YearStart:yyyy-MM-dd}:");
        return summaries.Identifiers(practice).Where(i => i.StartsWith(begin, StringComparison.Ordinal) && i.Contains(year, StringComparison.Ordinal))
            .Select(i => DateOnly.ParseExact(i[(i.LastIndexOf(':') + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture)).Cast<DateOnly?>().Max();
    }

    /// <returns>Null without any report of the date.</returns>
    public PracticeFigures? Of(string practice, Framework framework, DateOnly on)
    {
        var reports = Reports(practice, framework, on);
        var listDay = framework.Payment?.ListDay is { Value: var day } && day != on ? day : (DateOnly?)null;
        return reports.Count == 0 ? null : new PracticeFigures(practice.ToUpperInvariant(), reports)
        {
            ListOnDay = listDay is { } other && new PracticeFigures(practice, Reports(practice, framework, other)).ListSize is { } size and <= int.MaxValue ? new ListCount((int)size, other) : null,
            Attested = attestations.Of(practice, framework, on).ToDictionary(a => a.Indicator, a => a.Declared, StringComparer.Ordinal),
        };
    }

    private Dictionary<string, CollectedReport> Reports(string practice, Framework framework, DateOnly on)
    {
        var (start, known) = (framework.YearOf(on), KnownMeasure.Of(framework).ToDictionary(m => m.Url, StringComparer.Ordinal));
        var reader = new SummaryReportReader(known.GetValueOrDefault);
        var ids = framework.Reported.Select(i => ReportIdentity.Of(practice.ToUpperInvariant(), framework.Id, i.Id, start, start.AddYears(1).AddDays(-1), on).Id);
        return summaries.Find([.. ids]).Select(body => reader.Read(Encoding.UTF8.GetBytes(body), Whenever).Report).OfType<SummaryReport>().Select(Row)
            .ToDictionary(r => r.Indicator, StringComparer.Ordinal);
    }

    private static CollectedReport Row(SummaryReport report) => new(
        report.Practice, report.Measure.Indicator, $"{report.Measure.Url}|{report.MeasureVersion}", London.Day(report.Computed), report.Sample,
        report.Counts is { } counts ? new PracticeReport(report.Practice, counts) { ListSize = report.ListSize } : null);
}
