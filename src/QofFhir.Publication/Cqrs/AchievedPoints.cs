namespace QofFhir.Publication.Cqrs;

/// <summary>A practice's points of one indicator.</summary>
/// <param name="Service">Such as <c>QOF2627</c>.</param>
/// <param name="Organisation">ODS code in capitals.</param>
/// <param name="Approved">Whether they were approved for payment.</param>
public sealed record AchievedPoints(string Service, string Organisation, DateOnly AchievementDate, string Indicator, decimal Points, bool Approved);
