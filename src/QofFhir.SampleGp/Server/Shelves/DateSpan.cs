using System.Globalization;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>A FHIR date as the time that it may mean: <paramref name="From"/> inside, <paramref name="To"/> outside, in UTC ticks. A date without a zone is taken as UTC.</summary>
internal readonly record struct DateSpan(long From, long To)
{
    /// <summary>Takes year, month, day and time with minutes, seconds or a fraction, which is taken as a millisecond; null for anything else.</summary>
    public static DateSpan? Parse(string text) => text.Length switch
    {
        4 when Exact(text, ["yyyy"]) is { } year => new(year.Ticks, Later(year, y => y.AddYears(1))),
        7 when Exact(text, ["yyyy-MM"]) is { } month => new(month.Ticks, Later(month, m => m.AddMonths(1))),
        10 when Exact(text, ["yyyy-MM-dd"]) is { } day => new(day.Ticks, Later(day, d => d.AddDays(1))),
        > 10 when Exact(text, ["yyyy-MM-dd'T'HH:mm:ssK"]) is { } second => new(second.Ticks, Later(second, s => s.AddSeconds(1))),
        > 10 when Exact(text, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"]) is { } fraction => new(fraction.Ticks, Later(fraction, f => f.AddMilliseconds(1))),
        > 10 when Exact(text, ["yyyy-MM-dd'T'HH:mmK"]) is { } minute => new(minute.Ticks, Later(minute, m => m.AddMinutes(1))),
        _ => null,
    };

    private static DateTime? Exact(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value
            : null;

    /// <summary>The year 9999 has no next.</summary>
    private static long Later(DateTime from, Func<DateTime, DateTime> add) =>
        from.Year == 9999 ? DateTime.MaxValue.Ticks : add(from).Ticks;
}
