using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing;

/// <summary>What makes two reports the same report: reporter, framework, indicator, period, achievement date, and whom it is about.</summary>
/// <param name="Value">The identifier's value. Its parts are percent-encoded and joined by colons, so it never holds the bar of a token search.</param>
/// <remarks>Neither the measure's version nor the time of computing is in it: a report computed again, or by newer rules, takes the place of the older one.</remarks>
public sealed record ReportIdentity(string Value)
{
    public const string System = "https://qoffhir.example.org/Id/measure-report";

    /// <summary>The FHIR id: the first 128 bits of the value's SHA-256 in hexadecimal, because the value itself is longer than the 64 signs of an id.</summary>
    public string Id => Hash(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    public static ReportIdentity Summary(PracticeResult practice, FrameworkIndicator indicator) => Of(
        Reporter(practice), practice.Framework.Id, indicator.Id, practice.Dates.PaymentPeriodStart, practice.Dates.PaymentPeriodEnd, practice.Dates.AchievementDate);

    /// <summary>The identity of a summary by its parts.</summary>
    /// <param name="reporter">ODS code in capitals.</param>
    /// <param name="start">First day of the period.</param>
    /// <param name="end">Last day of the period, inside.</param>
    public static ReportIdentity Of(string reporter, string framework, string indicator, DateOnly start, DateOnly end, DateOnly achievementDate) =>
        new(string.Join(':', new[] { reporter, framework, indicator, Day(start), Day(end), Day(achievementDate) }.Select(Uri.EscapeDataString)));

    public static ReportIdentity SubjectList(PracticeResult practice, FrameworkIndicator indicator) =>
        new($"{Summary(practice, indicator).Value}:subject-list");

    /// <summary>The identity of one patient's report.</summary>
    /// <param name="patientKey">Where present, the patient's id goes in as HMAC-SHA-256 under this key.</param>
    /// <remarks>An identifier is what ends in URLs of conditional updates, in logs and in queues, where the report itself never goes; and a plain hash of an id is found again by hashing all ids. Use a key wherever the identifiers leave the practice.</remarks>
    public static ReportIdentity Individual(
        PracticeResult practice, FrameworkIndicator indicator, string patientId, ReadOnlyMemory<byte>? patientKey)
    {
        var patient = patientKey is { } key
            ? Hash(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(patientId)))
            : patientId;
        return new($"{Summary(practice, indicator).Value}:patient:{Uri.EscapeDataString(patient)}");
    }

    /// <summary>The id of the reporting Organization: the ODS code in capitals, however it was typed, or <c>unknown</c>.</summary>
    internal static string Reporter(PracticeResult practice) => practice.Practice?.ToUpperInvariant() ?? "unknown";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Hash(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 16));
}
