namespace QofFhir.Fhir.Reading.Cds;

/// <summary>What became of one card.</summary>
/// <param name="AcceptedSuggestions">Of an accepted card, at least one; else none.</param>
/// <param name="At">When it was decided, as the client tells, in UTC.</param>
public sealed record Feedback(Guid Card, FeedbackOutcome Outcome, IReadOnlyList<Guid> AcceptedSuggestions, OverrideReason? Reason, DateTimeOffset At)
{
    /// <summary>The outcome alone: a comment may tell of the patient.</summary>
    public override string ToString() => Outcome.ToString();
}

public enum FeedbackOutcome { Accepted, Overridden }

/// <summary>Why a card was set aside. It never silences the prompt.</summary>
/// <param name="Code">Null where only a comment was given.</param>
/// <param name="Comment">The user's own words: may hold patient data.</param>
public sealed record OverrideReason(string? System, string? Code, string? Display, string? Comment)
{
    /// <summary>Without the user's words.</summary>
    public override string ToString() => Code ?? "";
}
