namespace QofFhir.Service.Cds.Feedbacks;

/// <summary>Cards of one service that came to the same.</summary>
internal sealed record FeedbackCount
{
    public string Service { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string? ReasonSystem { get; init; }

    /// <summary>Of an overridden card; null: no reason was given.</summary>
    public string? ReasonCode { get; init; }

    public long Cards { get; init; }
}
