namespace QofFhir.Service.Cds.Snoozes;

/// <summary>Prompts of one patient, put off.</summary>
/// <param name="System">Whose id the patient's is: a FHIR server, else the client.</param>
/// <param name="Indicators">Ids, or <c>*</c>.</param>
/// <param name="Reason">Its code among <see cref="SnoozeReasons"/>.</param>
/// <param name="Back">The first day on which they are shown again.</param>
internal sealed record Snooze(string System, string Patient, IReadOnlyList<string> Indicators, DateOnly Back, string Reason, string By);
