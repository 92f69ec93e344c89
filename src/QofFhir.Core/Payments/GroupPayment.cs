namespace QofFhir.Core.Payments;

/// <summary>What a group of indicators is paid.</summary>
/// <param name="Pounds">The sum that is paid, rounded once.</param>
/// <param name="Indicators">What each indicator brings of it, rounded on its own for reading: these may differ from <paramref name="Pounds"/> by less than a penny each.</param>
public sealed record GroupPayment(PaymentGroup Group, PaymentLine Pounds, IReadOnlyList<PaymentLine> Indicators);
