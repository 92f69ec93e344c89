using System.Globalization;

namespace QofFhir.Service.Organisations;

/// <summary>A day in a query.</summary>
internal static class QueryDay
{
    /// <returns>Null when it is no day yyyy-MM-dd of our times.</returns>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;
}
