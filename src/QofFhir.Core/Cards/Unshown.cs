using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>Outstanding care that no card speaks of, by why not.</summary>
internal sealed record Unshown(PatientPrompts Patient, IReadOnlyList<Prompt> Off, IReadOnlyList<Prompt> Snoozed, IReadOnlyList<Prompt> ForOthers)
{
    public IReadOnlyList<Prompt> NotEvaluated { get; } = [.. Patient.Prompts.Where(p => p.State == PromptState.NotEvaluated)];
}
