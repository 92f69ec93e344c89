namespace QofFhir.Service.Records;

/// <summary>A patient among a practice's records.</summary>
/// <param name="Patient">Place in the records.</param>
internal sealed record PatientPlace(PracticeAtHand Practice, int Patient);
