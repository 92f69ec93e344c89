using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>A published figure, how sure we are of it, and where it comes from.</summary>
/// <param name="Source">Empty when it has none of its own.</param>
public sealed record Sourced<T>(T Value, Certainty Certainty, string Source)
{
    /// <summary>What speaks against the figure, such as another source that gives another; null when nothing does.</summary>
    public string? Doubt { get; init; }
}
