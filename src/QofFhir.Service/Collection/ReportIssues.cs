using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Collection;

/// <summary>How faults and fates are told.</summary>
internal static class ReportIssues
{
    public static Issue Of(ReportFault fault) => new("error", fault.Code, fault.Text, fault.Expression);

    /// <param name="place">FHIRPath of the report in what was sent; the fault's own begins at the report.</param>
    public static Issue Of(ReportFault fault, string place) => new(
        "error", fault.Code, fault.Text, fault.Expression is { } at && at.StartsWith("MeasureReport", StringComparison.Ordinal) ? place + at["MeasureReport".Length..] : fault.Expression ?? place);

    /// <summary>In a line, for a receipt.</summary>
    public static string Text(ReportFault fault) => fault.Expression is { } at ? $"{at}: {fault.Text}" : fault.Text;

    /// <summary>What became of a report; the version that it is by, where it is not ours.</summary>
    public static IEnumerable<Issue> Of(Taken taken, SummaryReport report)
    {
        yield return taken.Fate switch
        {
            Fate.Created => new Issue("information", "informational", "Taken: the first of this identity."),
            Fate.Replaced => new Issue("information", "informational", $"Taken: version {taken.Version}; the one before is history."),
            Fate.Unchanged => new Issue("information", "informational", $"Unchanged: version {taken.Version} says the same."),
            Fate.Older => new Issue("error", "conflict", $"A newer report is held, computed {taken.Computed} (version {taken.Version}); this one was not taken."),
            _ => new Issue("error", "conflict", taken.Version == 0 ? "No version is held." : $"Version {taken.Version} is held, another than If-Match names."),
        };
        if (report.OfAnotherVersion)
        {
            yield return new Issue("warning", "business-rule", "It is by another version of the measure than the one known here, so its labels could not be checked.", "MeasureReport.measure");
        }
    }

    /// <summary>The status of a report sent alone.</summary>
    public static int Status(Fate fate) => fate switch
    {
        Fate.Created => StatusCodes.Status201Created,
        Fate.Replaced or Fate.Unchanged => StatusCodes.Status200OK,
        Fate.Older => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status412PreconditionFailed,
    };
}
