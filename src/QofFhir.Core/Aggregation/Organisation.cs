namespace QofFhir.Core.Aggregation;

/// <summary>A practice, or what practices belong to.</summary>
/// <param name="Code">ODS code in capitals.</param>
public sealed record Organisation(string Code, OrganisationKind Kind, string Name);
