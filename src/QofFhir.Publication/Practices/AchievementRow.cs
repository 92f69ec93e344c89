namespace QofFhir.Publication.Practices;

/// <summary>One number of a practice and indicator.</summary>
/// <param name="Practice">ODS code in capitals.</param>
/// <param name="Value">A count, or points to the hundredth.</param>
public sealed record AchievementRow(string Practice, string Indicator, AchievementMeasure Measure, decimal Value);
