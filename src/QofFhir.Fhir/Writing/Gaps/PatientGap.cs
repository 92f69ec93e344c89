using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>Where one patient stands for one measure, and what that was read from.</summary>
/// <param name="Evidence">Empty outside the population, and when the measure could not be evaluated.</param>
public sealed record PatientGap(Prompt Prompt, IReadOnlyList<IndividualEvidence> Evidence)
{
    public GapStatus Status => StatusOf(Prompt.State);

    internal FrameworkIndicator Indicator => Prompt.Indicator;

    internal Outcome? Outcome => Prompt.Outcome;

    /// <summary>The word of DEQM for a state. Care that is outstanding is never closed, adjusted or not.</summary>
    public static GapStatus StatusOf(PromptState state) => state switch
    {
        PromptState.Outstanding or PromptState.OutstandingAdjusted => GapStatus.Open,
        PromptState.Achieved => GapStatus.Closed,
        PromptState.DueLater => GapStatus.Prospective,
        PromptState.NotInPopulation or PromptState.Excluded => GapStatus.NotApplicable,
        _ => GapStatus.NotEvaluated,
    };
}
