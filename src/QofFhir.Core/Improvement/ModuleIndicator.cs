using QofFhir.Core.Rules;

namespace QofFhir.Core.Improvement;

/// <summary>What part of a module earns: all of its points when every requirement is met, else none.</summary>
/// <param name="Id">As the year's framework names it, such as <c>QI001</c>.</param>
/// <param name="Points">Null where they are not known.</param>
/// <param name="Requirements">Identifiers of the module's requirements that it asks for.</param>
public sealed record ModuleIndicator(string Id, string Title, decimal? Points, Certainty PointsCertainty, IReadOnlyList<string> Requirements);
