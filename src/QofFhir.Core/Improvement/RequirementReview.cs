namespace QofFhir.Core.Improvement;

/// <summary>Whether a plan meets a requirement.</summary>
/// <param name="Have">How many there are of what it asks for.</param>
/// <param name="Need">How many it asks for.</param>
/// <param name="Why">In one sentence, also where it is met.</param>
public sealed record RequirementReview(Requirement Requirement, bool Met, int Have, int Need, string Why);
