using System.Buffers;
using System.Text;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>A FHIR date, dateTime or instant as the day that it is in Europe/London.</summary>
/// <param name="IsPartial">Only a year or a month was given: the day is its first.</param>
internal readonly record struct FhirDate(DateOnly Day, bool IsPartial)
{
    /// <summary>What a reader says about a date that is none.</summary>
    public const string Expected =
        "This is no date of the calendar in FHIR's form: YYYY, YYYY-MM, YYYY-MM-DD, or a day with a time and its offset.";

    /// <summary>Bytes of JSON; a time with its offset has 27.</summary>
    private const int LongestPlain = 64;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Null when the JSON is no string of a date.</summary>
    public static FhirDate? Of(ReadOnlySpan<byte> json)
    {
        if (json.Length > LongestPlain || !JsonText.IsPlain(json))
        {
            return Parse(JsonText.Of(json));
        }

        Span<char> text = stackalloc char[LongestPlain];
        return Ascii.ToUtf16(json[1..^1], text, out var length) == OperationStatus.Done ? Parse(text[..length]) : null;
    }

    /// <summary>Null when the text is no date of the calendar. A time without offset is London time.</summary>
    public static FhirDate? Parse(ReadOnlySpan<char> text)
    {
        var year = Number(text, 0, 4);
        var month = text.Length > 4 ? Number(text, 5, 2) : 1;
        var day = text.Length > 7 ? Number(text, 8, 2) : 1;
        if (text.Length is < 4 or 5 or 6 or 8 or 9
            || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-')
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        return text.Length <= 10 ? new FhirDate(date, text.Length < 10) : AtTime(date, text[10..]);
    }

    /// <param name="time">From the T on.</param>
    private static FhirDate? AtTime(DateOnly date, ReadOnlySpan<char> time)
    {
        var (hour, minute) = (Number(time, 1, 2), Number(time, 4, 2));
        if (time.Length < 6 || time[0] != 'T' || time[3] != ':' || hour is < 0 or > 23 || minute is < 0 or > 59)
        {
            return null;
        }

        var rest = time[6..];
        if (rest is [':', ..])
        {
            // A leap second is the 60th.
            if (Number(rest, 1, 2) is < 0 or > 60)
            {
                return null;
            }

            rest = rest[3..];
            if (rest is ['.', ..])
            {
                var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
                digits = digits < 0 ? rest.Length - 1 : digits;
                if (digits == 0)
                {
                    return null;
                }

                rest = rest[(1 + digits)..];
            }
        }

        return rest.IsEmpty ? new FhirDate(date, false)
            : OffsetMinutes(rest) is { } offset ? InLondon(date, (hour * 60) + minute - offset)
            : null;
    }

    private static int? OffsetMinutes(ReadOnlySpan<char> text)
    {
        if (text is ['Z'])
        {
            return 0;
        }

        var (hours, minutes) = (Number(text, 1, 2), Number(text, 4, 2));
        return text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':' || hours < 0 || minutes is < 0 or > 59
            || (hours * 60) + minutes > 14 * 60
            ? null
            : (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
    }

    /// <param name="minutes">After midnight of the date in UTC; may lie outside that day.</param>
    private static FhirDate? InLondon(DateOnly date, int minutes)
    {
        // The ends of the calendar leave no day before or after them.
        if (date.DayNumber < 2 || date.DayNumber > DateOnly.MaxValue.DayNumber - 2)
        {
            return null;
        }

        // Since 1972 London is at UTC or an hour before it: until 23:00 the day is the same.
        if (date.Year >= 1972 && minutes is >= 0 and < 23 * 60)
        {
            return new FhirDate(date, false);
        }

        var utc = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(minutes);
        return new FhirDate(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, London)), false);
    }

    /// <summary>Digits only; -1 for anything else, also for text that is too short.</summary>
    private static int Number(ReadOnlySpan<char> text, int start, int length)
    {
        if (text.Length < start + length)
        {
            return -1;
        }

        var number = 0;
        foreach (var c in text.Slice(start, length))
        {
            if (c is < '0' or > '9')
            {
                return -1;
            }

            number = (number * 10) + c - '0';
        }

        return number;
    }
}
