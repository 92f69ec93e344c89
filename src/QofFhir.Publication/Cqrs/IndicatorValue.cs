namespace QofFhir.Publication.Cqrs;

/// <summary>One field of an indicator as a practice's counts went to CQRS.</summary>
/// <param name="Service">Such as <c>QOF2627</c>.</param>
/// <param name="Organisation">ODS code in capitals.</param>
/// <param name="Field">A register's name, <c>Numerator</c>, <c>Denominator</c>, or the name of an exclusion or adjustment.</param>
/// <param name="Submitted">The moment, to the second; the files hold no zone.</param>
/// <param name="Last">Only the last submission counts.</param>
public sealed record IndicatorValue(
    string Service, string? Name, string Organisation, DateOnly AchievementDate, string Indicator, string Field, long Value, bool DefaultsUsed, string? User, DateTime Submitted,
    bool Last);
