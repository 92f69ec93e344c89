namespace QofFhir.Core.Improvement;

/// <summary>The practice's word that it met a requirement which nothing else shows.</summary>
/// <param name="Requirement">Identifier of a requirement of kind <see cref="RequirementKind.Attested"/>.</param>
/// <param name="By">Who gave it. It does not leave the practice.</param>
public sealed record AttestedRequirement(string Id, int Version, string Requirement, string By, DateOnly On)
    : PlanEntry(Id, Version);
