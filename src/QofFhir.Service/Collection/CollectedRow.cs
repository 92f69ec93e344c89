using System.Globalization;
using System.Text.Json;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Reading.Reports;
using QofFhir.Fhir.Writing;

namespace QofFhir.Service.Collection;

/// <summary>A report as a row of <c>collected</c>.</summary>
internal static class CollectedRow
{
    /// <summary>All but the version, which is 1 in a new row.</summary>
    public static readonly string[] Columns =
    [
        "id", "identifier", "practice", "framework", "indicator", "measure", "edition", "starts", "ends", "achieved", "computed", "received", "status", "sample", "content",
        "submission", "population", "exclusions", "adjusted", "numerator", "unsuitable", "chose_not_to", "did_not_respond", "not_available", "newly_diagnosed",
        "newly_registered", "list_size", "points",
    ];

    private static readonly AdjustmentReason[] Reasons =
    [
        AdjustmentReason.Unsuitable, AdjustmentReason.PatientChoseNotTo, AdjustmentReason.DidNotRespond, AdjustmentReason.ServiceNotAvailable, AdjustmentReason.NewlyDiagnosed,
        AdjustmentReason.NewlyRegistered,
    ];

    public static object?[] Of(Incoming incoming, Submission submission)
    {
        var report = incoming.Report;
        var (measure, counts) = (report.Measure, report.Counts);
        return
        [
            incoming.Id, $"{ReportIdentity.System}|{report.Identity.Value}", report.Practice, measure.Framework, measure.Indicator, $"{measure.Url}|{report.MeasureVersion}",
            Edition(report.MeasureVersion), Day(measure.Start), Day(measure.End), Day(report.AchievementDate), incoming.Computed, submission.Received,
            counts is null ? "error" : "complete", report.Sample ? 1L : 0L, report.Digest, submission.Id,
            counts?.Population, counts?.Exclusions, counts?.Adjusted, counts?.Numerator,
            .. Reasons.Select(r => (object?)Count(counts, r)), report.ListSize, report.Points?.ToString(CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>Counts by group and adjustments by month; null where the report has neither.</summary>
    public static string? Parts(SummaryReport report) => report.Groups.Count + report.Months.Count == 0
        ? null
        : JsonSerializer.Serialize(
            new ReportParts(
                [.. report.Groups.Select(g => new GroupPart(g.Stratum, g.Group, g.Counts.Population, g.Counts.Exclusions, g.Counts.Adjusted, g.Counts.Numerator))],
                [.. report.Months.Select(m => new MonthPart(CodeNames.Of(m.Reason), m.Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.Count))]),
            JsonSerializerOptions.Web);

    /// <summary>Each run of digits at the same length, so that 51.10 sorts after 51.9.</summary>
    internal static string Edition(string version)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < version.Length;)
        {
            var digits = version.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var other ? other : version.Length - at;
            text.Append(version.AsSpan(at, digits).TrimStart('0').ToString().PadLeft(digits == 0 ? 0 : 10, '0'));
            at += digits;
            if (at < version.Length)
            {
                text.Append(version[at++]);
            }
        }

        return text.ToString();
    }

    /// <summary>Absent is zero where reasons were reported at all.</summary>
    private static long? Count(ReportedCounts? counts, AdjustmentReason reason) => counts is null ? null : counts.Reasons.GetValueOrDefault(reason);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The JSON of <c>collected_parts</c>.</summary>
internal sealed record ReportParts(IReadOnlyList<GroupPart> Groups, IReadOnlyList<MonthPart> Months);

internal sealed record GroupPart(string Stratum, string Group, long Population, long Exclusions, long Adjusted, long Numerator);

/// <param name="Month">Such as 2026-03; null where no dated record decided.</param>
internal sealed record MonthPart(string Reason, string? Month, long Count);
