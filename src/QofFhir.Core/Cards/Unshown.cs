using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>Outstanding care that no card speaks of, by why not.</summary>
/// <param name="Snoozed">Of what would be shown to whoever asks.</param>
internal sealed record Unshown(
    PatientPrompts Patient,
    IReadOnlyList<Prompt> NotEvaluated,
    IReadOnlyList<Prompt> Off,
    IReadOnlyList<(Shown Shown, PutOff Until)> Snoozed,
    IReadOnlyList<Prompt> ForOthers)
{
    /// <summary>How what would draw a card today was put off, the first to come back first.</summary>
    public IReadOnlyList<PutOff> PutOff { get; } = [.. Snoozed.Where(s => s.Shown.Urgency != Urgency.DueByYearEnd).Select(s => s.Until).Distinct().OrderBy(u => u.Back)];
}
