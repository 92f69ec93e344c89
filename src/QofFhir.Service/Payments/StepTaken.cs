namespace QofFhir.Service.Payments;

/// <summary>A step that was taken with a statement.</summary>
/// <param name="Role">Of the client that took it.</param>
/// <param name="Issuer">Who vouched for the client; null for the service's own key.</param>
/// <param name="At">By the service's clock.</param>
internal sealed record StepTaken(PaymentStep Step, string Role, string Client, string? Issuer, string At)
{
    /// <summary>Pounds that went to the practice, below 0 that it repaid; of a payment alone.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Aspiration that was paid during the year and counts towards the statement; of a payment alone.</summary>
    public decimal? Advance { get; init; }

    /// <summary>The day of the payment.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Why it was returned: one of <see cref="ReturnReasons"/>.</summary>
    public string? Reason { get; init; }

    public decimal Settled => (Amount ?? 0) + (Advance ?? 0);

    public bool IsOf(StepTaken other) => (Client, Issuer) == (other.Client, other.Issuer);

    /// <summary>The reasons for sending a statement back. There is no free text, in which something about a patient could stand.</summary>
    public static IReadOnlyList<string> ReturnReasons { get; } = ["counts-in-doubt", "list-size-in-doubt", "evidence-missing", "data-missing", "asked-by-practice"];
}
