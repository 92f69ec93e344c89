namespace QofFhir.Core.Improvement;

/// <summary>A field of a module's reporting template.</summary>
/// <param name="Id">Such as <c>learning</c>.</param>
/// <param name="Needed">True where the template is not complete without it.</param>
public sealed record EvidenceField(string Id, string Question, EvidenceType Type, bool Needed);
