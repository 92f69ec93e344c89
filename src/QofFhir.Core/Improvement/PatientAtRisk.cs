using QofFhir.Core.Evaluation;

namespace QofFhir.Core.Improvement;

/// <summary>A patient whom a measure leaves outstanding, and why.</summary>
/// <param name="Patient">The patient's place in the practice's records.</param>
/// <param name="Because">The conditions that put the patient among those whom the measure is about; empty where it is about everyone.</param>
/// <param name="Lacking">The conditions of achievement that do not hold.</param>
public sealed record PatientAtRisk(string Measure, int Patient, IReadOnlyList<WalkedLine> Because, IReadOnlyList<WalkedLine> Lacking);
