namespace QofFhir.Core.Payments;

/// <summary>Last year's unadjusted achievement payment, from which this year's aspiration is taken.</summary>
/// <param name="PointValue">Pounds for a point of last year, above 0.</param>
/// <param name="ForItsList">True when the payment already holds the practice's population index; false when it is that of a practice of average list.</param>
public sealed record LastYearPayment(decimal Pounds, decimal PointValue, bool ForItsList);
