using System.Globalization;

namespace QofFhir.SampleGp.Practice;

/// <summary>Dates and times as a record writes them.</summary>
internal static class When
{
    public static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A wall-clock time in London with its offset, by the rule of British Summer Time and not by the machine's time zone data.</summary>
    public static string London(DateOnly on, int hour, int minute)
    {
        var offset = IsSummerTime(on) ? "+01:00" : "+00:00";
        return string.Create(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd}T{hour:00}:{minute:00}:00{offset}");
    }

    public static string Utc(DateOnly on, int hour, int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd}T{hour:00}:{minute:00}:00Z");

    /// <summary>In UTC, the first half hour of a day in London: in summer it still belongs to the day before.</summary>
    public static string JustAfterMidnight(DateOnly on) => IsSummerTime(on.AddDays(-1)) ? Utc(on.AddDays(-1), 23, 15) : Utc(on, 0, 15);

    /// <summary>In UTC, the last half hour of a day in London.</summary>
    public static string JustBeforeMidnight(DateOnly on) => Utc(on, IsSummerTime(on) ? 22 : 23, 45);

    /// <summary>Surgery hours only, so the small hours of the two changing days never matter.</summary>
    private static bool IsSummerTime(DateOnly on) => on >= LastSunday(on.Year, 3) && on < LastSunday(on.Year, 10);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
