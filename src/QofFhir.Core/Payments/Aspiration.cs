namespace QofFhir.Core.Payments;

/// <summary>How much of the expected payment is paid during the year.</summary>
/// <param name="Percent">Of last year's achievement payment.</param>
/// <param name="Parts">In which it is paid: 12, one a month.</param>
public sealed record Aspiration(decimal Percent, int Parts);
