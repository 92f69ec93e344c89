using QofFhir.Core.Evaluation;

namespace QofFhir.Fhir.Writing;

/// <summary>Where one patient stands for one indicator, and what that was read from.</summary>
/// <param name="PatientId">The id of the FHIR Patient.</param>
public sealed record IndividualResult(
    string PatientId, Outcome Outcome, ClinicalState Clinical, IReadOnlyList<IndividualEvidence> Evidence);
