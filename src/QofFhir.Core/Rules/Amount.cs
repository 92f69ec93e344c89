namespace QofFhir.Core.Rules;

public enum AmountUnit { Day, Week, Month, Year }

/// <summary>A length of time, negative to go back; years are twelve months, and a month keeps the day of the month or takes the month's last day.</summary>
public readonly record struct Amount(int Count, AmountUnit Unit)
{
    public override string ToString() =>
        $"{Math.Abs(Count)} {Unit.ToString().ToLowerInvariant()}{(Math.Abs(Count) == 1 ? "" : "s")}";
}
