using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Runs;

/// <summary>The times at which a practice is run by itself.</summary>
internal static class Timetable
{
    /// <summary>Never between one and two, which the clock leaves out or has twice when it is changed.</summary>
    private const int FirstHour = 2;

    public static IEnumerable<TimedRun> Of(Practice practice, CalendarSettings calendar)
    {
        if (practice.Schedule is { } own)
        {
            yield return new TimedRun(own, false);
        }
        else if (calendar.MonthlyDay is { } day)
        {
            yield return new TimedRun($"{Time(practice, calendar)} {day} * ?", false);
        }

        if (calendar.YearEndDay is { } april)
        {
            yield return new TimedRun($"{Time(practice, calendar)} {april} 4 ?", true);
        }
    }

    /// <summary>The last 31 March, or today if it is that.</summary>
    public static DateOnly YearEnd(DateOnly today)
    {
        var end = new DateOnly(today.Year, 3, 31);
        return end <= today ? end : end.AddYears(-1);
    }

    /// <summary>Second, minute and hour: the same for a practice wherever and whenever it is asked, and even over the practices.</summary>
    private static string Time(Practice practice, CalendarSettings calendar)
    {
        var place = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(practice.Ods.ToUpperInvariant())));
        var second = (int)(place % (ulong)(calendar.SpreadHours * 3600));
        return $"{second % 60} {second / 60 % 60} {FirstHour + (second / 3600)}";
    }
}

/// <param name="Cron">In Quartz's words.</param>
/// <param name="YearEnd">The achievement date is the last 31 March.</param>
internal sealed record TimedRun(string Cron, bool YearEnd);
