using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>Reads summary MeasureReports after DEQM, of either realm, and tells all that is wrong with them at once.</summary>
/// <param name="known">The measure of a canonical URL without version, or null.</param>
/// <remarks>No fault repeats what was sent. What the profile leaves open passes: strata may be absent, unknown extensions are not looked at.</remarks>
public sealed class SummaryReportReader(Func<string, KnownMeasure?> known)
{
    /// <summary>How far a sender's clock may be ahead.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromDays(1);

    private static readonly string[] Elements =
    [
        "resourceType", "meta", "implicitRules", "language", "text", "contained", "identifier", "status", "type", "measure", "subject", "date", "reporter", "period",
        "improvementNotation", "group", "evaluatedResource",
    ];

    /// <param name="json">One resource in UTF-8.</param>
    /// <param name="now">Nothing may have been computed after it, but for a day by which clocks may differ.</param>
    public ReportReading Read(ReadOnlyMemory<byte> json, DateTimeOffset now)
    {
        using var sent = SubmittedJson.Read(json);
        return sent is null ? new ReportReading(null, [SubmittedJson.Unreadable], Readable: false) : Read(sent.Root, now);
    }

    /// <param name="resource">Also one of a Bundle.</param>
    /// <param name="now">As above.</param>
    public ReportReading Read(SubmittedResource resource, DateTimeOffset now)
    {
        if (resource.Type != "MeasureReport")
        {
            return new ReportReading(null, [new("structure", "resourceType", "A MeasureReport was expected.")], Readable: false);
        }

        var said = SaidText.Of(resource.Text);
        return PatientContent.Of(resource, said.Patients) is { } refused
            ? new ReportReading(null, [refused])
            : Checked(new Element(resource.Json, new Spot(null, "MeasureReport"), new FaultList()), said.Digest, now);
    }

    private ReportReading Checked(Element report, string digest, DateTimeOffset now)
    {
        report.Only(Elements);
        var head = ReportHeadReader.Read(report, known, now + Drift);
        var group = report.Objects("group", required: true) switch
        {
            [var one] => ReportGroupReader.Read(one, head),
            [] => null,
            [_, var second, ..] => TooMany(second),
        };
        var result = QofResultReader.Read(report, head, group?.Counts, now + Drift);
        var identity = head.Measure is { } measure && head.Practice is { } practice && result.AchievementDate is { } achieved
            ? ReportIdentity.Of(practice, measure.Framework, measure.Indicator, measure.Start, measure.End, achieved)
            : null;
        if (identity is not null)
        {
            Identifiers(report, identity);
        }

        var whole = !report.Faults.Any && identity is not null && head is { Version: not null, Computed: not null };
        return new ReportReading(
            whole ? new SummaryReport(head.Measure!, head.Version!, head.Practice!, result.AchievementDate!.Value, head.Computed!.Value, Counts(group, result), digest)
            {
                Sample = result.Sample || head.Tagged,
                Groups = group?.Groups ?? [],
                Months = result.Months,
                ListSize = result.ListSize,
                Points = result.Points,
            } : null,
            report.Faults.All,
            identity?.Value);
    }

    /// <summary>Reasons by label where there are labels; else those that the result tells.</summary>
    private static ReportedCounts? Counts(GroupReading? group, QofResult result) =>
        group?.Counts is not { } counts || counts.Reasons.Count > 0 || result.Reasons.Count == 0 ? group?.Counts : counts with { Reasons = result.Reasons };

    private static GroupReading? TooMany(Element second)
    {
        second.Fault("business-rule", null, "A report has one group.");
        return null;
    }

    /// <summary>Ours, where it is given, says what the report says.</summary>
    private static void Identifiers(Element report, ReportIdentity identity)
    {
        if (!report.Has("identifier"))
        {
            return;
        }

        foreach (var identifier in report.Objects("identifier"))
        {
            if (identifier.Text("system") == ReportIdentity.System && identifier.Text("value", required: true) is { } value && value != identity.Value)
            {
                identifier.Fault("invariant", "value", "It is another report's: reporter, framework, indicator, period and achievement date of this one give another value.");
            }
        }
    }
}
