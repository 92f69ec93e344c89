namespace QofFhir.Core.Improvement;

/// <summary>A practice's declaration of what its plan said at that moment.</summary>
/// <param name="Entries">What was declared, each entry in its version: so it is known later what was changed, added or removed.</param>
public sealed record PlanDeclaration(string Id, int Version, string By, DateOnly On, IReadOnlyList<DeclaredEntry> Entries)
    : PlanEntry(Id, Version);

/// <summary>An entry in the version that was declared.</summary>
public sealed record DeclaredEntry(string Id, int Version);
