namespace QofFhir.Core.Recall;

/// <summary>An outcome beside what the record says.</summary>
/// <param name="InRecord">Whether an invitation of that day stands in the record; null for all but invitations, and where no codes of invitations are held.</param>
public sealed record RecallNote(RecallOutcome Outcome, bool? InRecord)
{
    /// <summary>One sentence for people.</summary>
    public string Text => RecallWords.TextOf(this);
}
