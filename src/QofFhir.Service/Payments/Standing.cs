namespace QofFhir.Service.Payments;

/// <summary>Where a statement stands: what was done with it, whether another stands in its place, and what is to be paid.</summary>
/// <param name="Steps">In their order.</param>
/// <param name="SupersededBy">Number of the next one; null for the newest.</param>
/// <param name="PaidBefore">Pounds that statements before it settled, of the same practice and framework.</param>
internal sealed record Standing(KeptStatement Statement, IReadOnlyList<StepTaken> Steps, long? SupersededBy, decimal PaidBefore)
{
    /// <summary>What changed in the live reports since it was made. Of the newest alone.</summary>
    public IReadOnlyList<ChangedFigure> Changes { get; init; } = [];

    public bool Outdated => Changes.Count > 0;

    public StepTaken? Last => Steps.Count == 0 ? null : Steps[^1];

    /// <summary>What is still to be paid for it, below 0 to be repaid: its pounds less what was paid before. Null when its pounds are not known.</summary>
    public decimal? Balance => Statement.Pounds - PaidBefore;

    /// <summary>made, declared, returned, approved or paid.</summary>
    public string State => Last?.Step switch
    {
        PaymentStep.Declare => "declared",
        PaymentStep.Return => "returned",
        PaymentStep.Approve => "approved",
        PaymentStep.Pay => "paid",
        _ => "made",
    };

    /// <summary>Why a step cannot be taken now; null when it can.</summary>
    public string? Refusal(StepTaken step)
    {
        if (SupersededBy is { } next)
        {
            return $"Statement {next} stands in its place.";
        }

        if (Outdated)
        {
            return "The practice's data changed since it was made: a new statement is due.";
        }

        return step.Step switch
        {
            PaymentStep.Declare when Last is { Step: not PaymentStep.Return } => $"It is {State} already.",
            PaymentStep.Declare when Statement.Pounds is null => "What it comes to is not known, so there is nothing to declare.",
            PaymentStep.Declare => null,
            PaymentStep.Return when Last?.Step != PaymentStep.Declare => $"Only a declared statement is returned; it is {State}.",
            PaymentStep.Return => null,
            PaymentStep.Approve when Last?.Step != PaymentStep.Declare => $"Only a declared statement is approved; it is {State}.",
            PaymentStep.Approve when Last.IsOf(step) => "Whoever declared it does not approve it: another client has to.",
            PaymentStep.Approve => null,
            PaymentStep.Pay when Last?.Step != PaymentStep.Approve => $"Only an approved statement is paid; it is {State}.",
            PaymentStep.Pay when step.Settled != Balance => $"Amount and advance come to {step.Settled:0.00}, and {Balance:0.00} is to be paid.",
            _ => null,
        };
    }
}
