namespace QofFhir.Core.Improvement;

/// <summary>One entry of a plan: what two people may edit at the same time without losing each other's work.</summary>
/// <param name="Id">Letters, digits, hyphens and dots, as FHIR has ids; no other entry of the plan has it.</param>
/// <param name="Version">1 when it is new, one more with each change: a change names the version that it was made from.</param>
public abstract record PlanEntry(string Id, int Version);
