namespace QofFhir.Publication.Practices;

/// <summary>What a row of <c>ACHIEVEMENT</c> tells.</summary>
public enum AchievementMeasure
{
    Register,
    Numerator,

    /// <summary>Without the adjusted: what QOF pays by.</summary>
    Denominator,

    /// <summary>Personalised care adjustments; exceptions until 2018/19.</summary>
    Pcas,
    AchievedPoints,
}
