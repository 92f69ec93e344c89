using System.Text.Json;

namespace QofFhir.Extraction.Requirements;

/// <summary>An element that the rules read.</summary>
/// <param name="Name">For people: elements with "or" between where one of several will do.</param>
/// <param name="Without">What it costs us when a resource lacks it.</param>
/// <param name="Held">Whether a resource has it; null where the question does not arise.</param>
public sealed record ElementRequirement(string Name, Expectation Expectation, string Without, Func<JsonElement, bool?> Held);
