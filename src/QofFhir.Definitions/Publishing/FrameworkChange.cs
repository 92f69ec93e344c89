namespace QofFhir.Definitions.Publishing;

/// <summary>One thing in which two frameworks differ.</summary>
/// <param name="Indicator">Its id; of a renumbered indicator the new one; of a stratum its name behind <c>stratum</c>.</param>
/// <param name="What">Such as <c>points</c>, <c>row added</c>, <c>definition changed</c>.</param>
/// <param name="From">Null where it is new.</param>
/// <param name="To">Null where it is gone.</param>
public sealed record FrameworkChange(string Indicator, string What, string? From, string? To);
