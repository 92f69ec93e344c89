using QofFhir.Core.Achievement;

namespace QofFhir.Core.Prompts;

/// <summary>Where one patient stands for every indicator of a framework that asks for care.</summary>
/// <param name="OnList">False: not registered, left or dead; then nothing is asked and there are no prompts.</param>
/// <param name="Today">The day that it is judged on.</param>
/// <param name="Prompts">One an indicator, in the order of the framework; registers and attestations have none.</param>
public sealed record PatientPrompts(Framework Framework, bool OnList, DateOnly Today, IReadOnlyList<Prompt> Prompts)
{
    /// <summary>moderate or severe, where that is the latest that is recorded and the framework's strata tell frailty apart; else null.</summary>
    public string? Frailty { get; init; }

    /// <summary>True when today lies outside the framework's own year: every output says so.</summary>
    public bool OutsideItsYear => Evaluation.ServiceDates.Year(Today).PaymentPeriodStart != Framework.YearStart;
}
