using System.Globalization;

namespace QofFhir.Service.Payments;

/// <summary>Decimals as the tables have them: in words, because SQLite knows none.</summary>
internal static class MoneyText
{
    public static string? Write(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static decimal? Read(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Whether it is a sum of money: whole pennies, and no more than any practice is paid.</summary>
    public static bool IsPounds(decimal value) => value is >= -100_000_000 and <= 100_000_000 && decimal.Round(value, 2) == value;
}
