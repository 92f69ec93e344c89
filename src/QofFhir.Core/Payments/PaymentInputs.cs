namespace QofFhir.Core.Payments;

/// <summary>What a practice's payment rests on beside its points. What is left out is not taken as zero: what needs it is absent.</summary>
/// <param name="List">The practice's list on the year's <see cref="PaymentYear.ListDay"/>.</param>
/// <param name="Practice">The practice's prevalence, by <see cref="PaymentGroup.Name"/>.</param>
/// <param name="National">That of all practices together, by <see cref="PaymentGroup.Name"/>.</param>
public sealed record PaymentInputs(
    ListCount? List,
    IReadOnlyDictionary<string, RegisterShare> Practice,
    IReadOnlyDictionary<string, RegisterShare> National)
{
    /// <summary>Why a practice's prevalence is not known, by <see cref="PaymentGroup.Name"/>.</summary>
    public IReadOnlyDictionary<string, string> NotKnown { get; init; } = new Dictionary<string, string>();

    /// <summary>Target population factors, by <see cref="PaymentGroup.Name"/>, from the practice's own statement.</summary>
    public IReadOnlyDictionary<string, decimal> TargetFactors { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Points that protected indicators are paid at, by indicator.</summary>
    public IReadOnlyDictionary<string, decimal> ProtectedPoints { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Points that the year's second route gives, such as for improvement over the practice's own average, by indicator: from the practice's statement, where that route is <see cref="PaymentYear.Unsettled"/>. The better of both is paid.</summary>
    public IReadOnlyDictionary<string, decimal> ImprovementPoints { get; init; } = new Dictionary<string, decimal>();
}
