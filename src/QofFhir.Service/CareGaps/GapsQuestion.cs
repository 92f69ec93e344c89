using QofFhir.Fhir.Writing.Gaps;

namespace QofFhir.Service.CareGaps;

/// <summary>What is asked of <c>$care-gaps</c>, checked.</summary>
/// <param name="Practice">ODS code.</param>
/// <param name="Patient">The FHIR id; null: everyone on the practice's list.</param>
/// <param name="Indicators">Those that ask for care, in the order of the framework.</param>
internal sealed record GapsQuestion(
    string Practice, string? Patient, IReadOnlyList<string> Indicators, IReadOnlyList<GapStatus> Statuses, bool IsDocument);
