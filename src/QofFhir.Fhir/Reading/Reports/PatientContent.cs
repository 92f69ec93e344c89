using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What a report about patients has and a summary never: it is refused first and alone.</summary>
internal static class PatientContent
{
    private const string Text =
        "Only summary reports are collected: this is about patients, or holds what belongs to patients. Nothing of it was kept.";

    /// <summary>The one fault of a MeasureReport, or null.</summary>
    public static ReportFault? Of(SubmittedResource report, bool patients)
    {
        var expression =
            report.Member("type") is not (null or "summary") ? "MeasureReport.type"
            : report.Json.TryGetProperty("subject", out var subject) && !OfOrganization(new(subject)) ? "MeasureReport.subject"
            : report.Json.TryGetProperty("evaluatedResource", out _) ? "MeasureReport.evaluatedResource"
            : report.Json.TryGetProperty("contained", out var contained) && !Messages(contained) ? "MeasureReport.contained"
            : patients ? "MeasureReport"
            : null;
        return expression is null ? null : At(expression);
    }

    public static ReportFault At(string expression) => new("business-rule", expression, Text);

    private static bool OfOrganization(SubmittedResource subject) =>
        subject.Member("reference") is { } reference && Reference.TypeOf(Reference.Key(reference)) is "Organization";

    /// <summary>A summary contains at most what it says about itself.</summary>
    private static bool Messages(System.Text.Json.JsonElement contained) =>
        contained.ValueKind == System.Text.Json.JsonValueKind.Array && contained.EnumerateArray().All(r => new SubmittedResource(r).Type == "OperationOutcome");
}
