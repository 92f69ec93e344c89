using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>What one Bundle of gaps in care says of one patient.</summary>
/// <param name="Practice">ODS code; null: not known.</param>
/// <param name="Server">Where the patient's records are: references are relative to it.</param>
/// <param name="TakenAt">The time of the records; null: not known.</param>
/// <param name="ComputedAt">When this was worked out.</param>
public sealed record PatientGaps(
    Framework Framework, string? Practice, Uri Server, ServiceDates Dates, RegistrationBasis Registration, Patient Patient,
    DateTimeOffset? TakenAt, DateTimeOffset ComputedAt, IReadOnlyList<PatientGap> Gaps)
{
    /// <summary>False: a collection without Composition.</summary>
    public bool IsDocument { get; init; } = true;
}
