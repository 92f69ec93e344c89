using QofFhir.Core.Prompts;

namespace QofFhir.Core.Recall;

/// <summary>What a worklist is to hold.</summary>
/// <param name="Today">The day that it is judged on; nothing dated after it counts.</param>
public sealed record RecallQuestion(DateOnly Today)
{
    /// <summary>How far ahead care that lapses is listed: eight weeks.</summary>
    public const int UsualHorizon = 56;

    /// <summary>Days; beyond it a list of what lapses says nothing.</summary>
    public const int LongestHorizon = 800;

    public RecallOrder By { get; init; } = RecallOrder.BirthMonth;

    /// <summary>Days: care in date that lapses within them, the last day inside, is on the list too.</summary>
    public int Horizon { get; init; } = UsualHorizon;

    /// <summary>Ids; null: all that ask for care.</summary>
    public IReadOnlyCollection<string>? Indicators { get; init; }

    /// <summary>1 to 12; null: all.</summary>
    public IReadOnlyCollection<int>? BirthMonths { get; init; }

    /// <summary>Id of a sitting: only what can be settled in it; null: all.</summary>
    public string? Sitting { get; init; }

    /// <summary>Among <see cref="PromptState.Outstanding"/>, <see cref="PromptState.OutstandingAdjusted"/> and <see cref="PromptState.DueLater"/>; null: all.</summary>
    public IReadOnlyCollection<PromptState>? States { get; init; }
}
