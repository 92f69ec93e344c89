namespace QofFhir.Core.Payments;

/// <summary>An indicator or a group of a statement: what it earned, what it did not, and why.</summary>
/// <param name="Name">An indicator's id, or a payment group's name.</param>
/// <param name="Available">All points that can be earned.</param>
/// <param name="PointsLost">Available less earned; absent when the points are.</param>
/// <param name="PoundsLost">What the points lost would have brought, to the penny.</param>
/// <param name="Why">Why points are lost or not known, in one sentence; null when all are earned.</param>
public sealed record StatementLine(
    string Name, decimal Available, PaymentLine Points, PaymentLine Pounds, PaymentLine PointsLost, PaymentLine PoundsLost, string? Why);
