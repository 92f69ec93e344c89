namespace QofFhir.Core.Recall;

/// <summary>What somebody tells of a recall. It changes no count and stands in for no record.</summary>
/// <param name="Patient">The id of the FHIR Patient.</param>
/// <param name="Method">One of <see cref="RecallWords.Methods"/>.</param>
/// <param name="Until">The day of the appointment; on <see cref="RecallOutcomeKind.Booked"/> alone.</param>
public sealed record RecallOutcome(string Patient, DateOnly On, RecallOutcomeKind Kind, string Method, DateOnly? Until = null);

/// <summary>What became of a recall.</summary>
public enum RecallOutcomeKind { Invited, Booked, Attended, DidNotAttend, Declined, NotReached }
