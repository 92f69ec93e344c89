namespace QofFhir.Core.Records;

/// <summary>A recorded number, in the unit of the field that reads it, with the bound the record put on it.</summary>
/// <remarks>A comparison holds only when it holds for every true value that the record allows: "&gt; 50" is neither at most 58 nor above it.</remarks>
public readonly record struct Measured(decimal Value, ValueBound Bound = ValueBound.Exact)
{
    public bool IsAtMost(decimal limit) => Bound switch
    {
        ValueBound.Exact or ValueBound.AtMost or ValueBound.Below => Value <= limit,
        _ => false,
    };

    public bool IsBelow(decimal limit) => Bound switch
    {
        ValueBound.Exact or ValueBound.AtMost => Value < limit,
        ValueBound.Below => Value <= limit,
        _ => false,
    };

    public bool IsAtLeast(decimal limit) => Bound switch
    {
        ValueBound.Exact or ValueBound.AtLeast or ValueBound.Above => Value >= limit,
        _ => false,
    };

    public bool IsAbove(decimal limit) => Bound switch
    {
        ValueBound.Exact or ValueBound.AtLeast => Value > limit,
        ValueBound.Above => Value >= limit,
        _ => false,
    };

    public bool IsExactly(decimal number) => Bound == ValueBound.Exact && Value == number;

    /// <summary>Orders by value, then by what the bound allows: "&lt; 5" stands before 5, "&gt; 5" after it.</summary>
    public int CompareTo(Measured other)
    {
        var byValue = Value.CompareTo(other.Value);
        return byValue != 0 ? byValue : Rank(Bound).CompareTo(Rank(other.Bound));

        static int Rank(ValueBound bound) => bound switch
        {
            ValueBound.Below => 0,
            ValueBound.AtMost => 1,
            ValueBound.Exact => 2,
            ValueBound.AtLeast => 3,
            _ => 4,
        };
    }

    public override string ToString() => (Bound switch
    {
        ValueBound.Below => "<",
        ValueBound.AtMost => "<=",
        ValueBound.AtLeast => ">=",
        ValueBound.Above => ">",
        _ => "",
    }) + Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
