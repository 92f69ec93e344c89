using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>Something to be shown to whoever sees the patient.</summary>
/// <param name="Name">What it is about, the same at every call: <c>review</c>, an indicator's id, or what a statement states.</param>
/// <param name="Summary">One sentence, at most 139 signs.</param>
/// <param name="Detail">In GitHub's Markdown.</param>
public sealed record Card(string Name, string Summary, string Detail, CardUrgency Urgency)
{
    /// <summary>The prompts that it speaks of, those that it only mentions as not shown left out; empty on a statement.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    /// <summary>What can be drafted with one click.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Reasons why it is not followed: the adjustments that the rules know.</summary>
    public IReadOnlyList<AdjustmentOption> Reasons { get; init; } = [];
}

/// <summary>How a card is shown; a prompt is never critical.</summary>
public enum CardUrgency { Info, Warning }
