namespace QofFhir.Service.Cds.Feedbacks;

/// <summary>Cards of one service that came to the same.</summary>
/// <param name="ReasonCode">Of an overridden card; null: no reason was given.</param>
internal sealed record FeedbackCount(string Service, string Outcome, string? ReasonSystem, string? ReasonCode, long Cards);
