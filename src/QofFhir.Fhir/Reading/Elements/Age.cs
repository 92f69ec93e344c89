namespace QofFhir.Fhir.Reading.Elements;

internal enum AgeUnit { Year, Month, Week, Day }

/// <summary>An age in completed units.</summary>
internal readonly record struct Age(int Count, AgeUnit Unit)
{
    /// <summary>Null for a negative age, one with a bound, and one whose unit is none of years, months, weeks and days.</summary>
    public static Age? Read(ReadOnlySpan<byte> json)
    {
        var quantity = Quantity.Read(json);
        return quantity is { IsBroken: false, Bound: Core.Records.ValueBound.Exact, Number: >= 0 and < 100_000 and { } number }
            && UnitOf(quantity) is { } unit
            ? new Age((int)Math.Floor(number), unit)
            : null;
    }

    /// <summary>The day on which someone reaches this age; null beyond the calendar.</summary>
    public DateOnly? On(DateOnly born)
    {
        var days = (long)Count * (Unit switch { AgeUnit.Year => 366, AgeUnit.Month => 31, AgeUnit.Week => 7, _ => 1 });
        if (days > DateOnly.MaxValue.DayNumber - born.DayNumber)
        {
            return null;
        }

        return Unit switch
        {
            AgeUnit.Year => born.AddYears(Count),
            AgeUnit.Month => born.AddMonths(Count),
            AgeUnit.Week => born.AddDays(7 * Count),
            _ => born.AddDays(Count),
        };
    }

    private static AgeUnit? UnitOf(in Quantity quantity) =>
        (string.IsNullOrEmpty(quantity.Code) ? quantity.Unit?.ToLowerInvariant() : quantity.Code) switch
        {
            "a" or "year" or "years" => AgeUnit.Year,
            "mo" or "month" or "months" => AgeUnit.Month,
            "wk" or "week" or "weeks" => AgeUnit.Week,
            "d" or "day" or "days" => AgeUnit.Day,
            _ => null,
        };
}
