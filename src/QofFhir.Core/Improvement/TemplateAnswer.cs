namespace QofFhir.Core.Improvement;

/// <summary>An answer to a field of the module's reporting template.</summary>
/// <param name="Field">Identifier of the field.</param>
/// <param name="Value">A text; a day such as <c>2026-11-30</c>; a number with a point; <c>yes</c> or <c>no</c>.</param>
/// <param name="Shared">Whether it may leave the practice.</param>
public sealed record TemplateAnswer(string Id, int Version, string Field, string Value, bool Shared = false)
    : PlanEntry(Id, Version);
