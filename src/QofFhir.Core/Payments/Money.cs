namespace QofFhir.Core.Payments;

/// <summary>The one formula of payment, and how money is rounded.</summary>
public static class Money
{
    /// <summary>Pounds for the points of a group, rounded once, at the end.</summary>
    /// <param name="index">The contractor population index, unrounded.</param>
    /// <param name="factor">The factor of the group, unrounded; 1 where it has none.</param>
    public static decimal For(decimal points, decimal pointValue, decimal index, decimal factor) =>
        ToPenny(points * pointValue * index * factor);

    /// <summary>Half a penny goes up (inferred), away from 0 for a repayment.</summary>
    public static decimal ToPenny(decimal pounds) =>
        // Half a penny that a ratio such as 1/3 left a trillionth short is still half a penny.
        Math.Round(Math.Round(pounds, 12), 2, MidpointRounding.AwayFromZero);
}
