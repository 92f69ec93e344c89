using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>What a clinician can accept: drafts that somebody still has to complete and sign, or a record of what was decided.</summary>
/// <param name="Label">At most 80 signs.</param>
public abstract record Suggestion(string Label)
{
    /// <summary>Care of one sitting, each as a draft.</summary>
    public sealed record Give(string Label, Sitting Sitting, IReadOnlyList<Care> Care) : Suggestion(Label);

    /// <summary>A personalised care adjustment, recorded when it is decided.</summary>
    public sealed record Adjust(string Label, AdjustmentOption Option) : Suggestion(Label);
}
