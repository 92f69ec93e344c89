using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Output;

/// <summary>How the tool writes values down for people; codes for machines are those of the FHIR room.</summary>
internal static class Words
{
    public static string Sentence(AdjustmentReason reason) => reason switch
    {
        AdjustmentReason.Unsuitable => "the care is unsuitable for this patient",
        AdjustmentReason.PatientChoseNotTo => "the patient chose not to have it",
        AdjustmentReason.DidNotRespond => "the patient did not respond to the invitations",
        AdjustmentReason.ServiceNotAvailable => "the service is not available",
        AdjustmentReason.NewlyDiagnosed => "the patient is newly diagnosed",
        _ => "the patient is newly registered",
    };

    public static string Name(IndicatorKind kind) => kind.ToString().ToLowerInvariant();

    public static string Name(Certainty certainty) => certainty.ToString().ToLowerInvariant();

    /// <summary>yes, no, or that nobody has answered yet.</summary>
    public static string Declared(Attestation? attestation) => attestation is null ? "not declared" : attestation.Declared ? "yes" : "no";

    /// <summary>Such as <c>2026-11-30</c>: the one form of dates in tables and files.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>30 November 2026</c>, for sentences.</summary>
    public static string LongDay(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>2026/27</c>.</summary>
    /// <param name="year">That in which it begins.</param>
    public static string ServiceYear(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    /// <summary>A text that others wrote, fit for a terminal: signs that steer one become spaces.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Points to the hundredth, without hundredths where there are none.</summary>
    public static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>£1,234.56</c>.</summary>
    public static string Pounds(decimal pounds) => pounds.ToString("£#,0.00;-£#,0.00", CultureInfo.InvariantCulture);

    public static string Percent(decimal percentage) => percentage.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Plural(int number, string one, string? many = null) =>
        $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";
}
