namespace QofFhir.Core.Cards;

/// <summary>Prompts of a patient that somebody put off.</summary>
/// <param name="Back">The first day on which they are shown again.</param>
/// <param name="Reason">As it is shown; chosen from a list, so that it tells nothing else of the patient.</param>
public sealed record PutOff(DateOnly Back, string Reason);
