using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Core;

/// <summary>The front door: decides where each patient stands for each indicator, and counts.</summary>
public static class Qof
{
    /// <summary>Evaluates every indicator of a framework that has rules and codes.</summary>
    /// <param name="practice">ODS code: only patients registered there count. Null: everyone on any list counts.</param>
    /// <param name="attestations">The practice's answers to attested indicators, at most one each.</param>
    public static PracticeResult Evaluate(
        Framework framework, PracticeRecords records, ServiceDates dates, string? practice = null,
        IReadOnlyList<Attestation>? attestations = null) =>
        throw new NotImplementedException();

    /// <summary>Whether the indicator's care is clinically due today for the patient, and when it lapses.</summary>
    /// <param name="today">Events after it do not exist; also the run's achievement date.</param>
    public static ClinicalState Clinical(
        Framework framework, PracticeRecords records, DateOnly today, int patient, string indicator, string? practice = null) =>
        throw new NotImplementedException();

    /// <summary>Walks one patient through one indicator and keeps every step.</summary>
    public static Explanation Explain(
        Framework framework, PracticeRecords records, ServiceDates dates, int patient, string indicator, string? practice = null) =>
        throw new NotImplementedException();
}
