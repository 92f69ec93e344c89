using System.Globalization;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Reports;

/// <summary>A FHIR date search value: a prefix and the span of time that the value stands for.</summary>
/// <param name="From">Inside.</param>
/// <param name="Until">Outside.</param>
internal sealed record DateFilter(string Prefix, string From, string Until)
{
    private static readonly string[] Prefixes = ["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"];

    /// <returns>Null when it is no date of FHIR's.</returns>
    public static DateFilter? Parse(string text)
    {
        var prefix = Array.Find(Prefixes, p => text.StartsWith(p, StringComparison.Ordinal));
        var value = prefix is null ? text : text[2..];
        var span = value.Length switch
        {
            4 => Day(value + "-01-01", day => day.AddYears(1)),
            7 => Day(value + "-01", day => day.AddMonths(1)),
            10 => Day(value, day => day.AddDays(1)),
            _ => Moment(value),
        };
        return span is { } s ? new DateFilter(prefix ?? "eq", StoredReport.Moment(s.From), StoredReport.Moment(s.Until)) : null;
    }

    /// <summary>The comparison in SQL between a span held in two columns and this one, held in parameters.</summary>
    /// <param name="start">Column of the first moment.</param>
    /// <param name="end">Column of the first moment after; for a single moment the same column, whose span is one second.</param>
    public string Sql(string start, string end, string from, string until)
    {
        // A moment is inside a span when it is before its end; a period's own end is already outside.
        var beyond = start == end ? ">=" : ">";
        var within = start == end ? "<" : "<=";
        var equal = $"{start} >= {from} AND {end} {within} {until}";
        return Prefix switch
        {
            "ne" => $"NOT ({equal})",
            "gt" => $"{end} {beyond} {until}",
            "lt" => $"{start} < {from}",
            "ge" => $"{end} {beyond} {until} OR ({equal})",
            "le" => $"{start} < {from} OR ({equal})",
            "sa" => $"{start} >= {until}",
            "eb" => start == end ? $"{end} < {from}" : $"{end} <= {from}",
            "ap" => $"{start} < {until} AND {end} {(start == end ? ">=" : ">")} {from}",
            _ => equal,
        };
    }

    /// <summary>The same comparison with a period in memory.</summary>
    /// <param name="start">Its first moment.</param>
    /// <param name="end">The first moment after it.</param>
    public bool Fits(string start, string end)
    {
        bool Less(string one, string other) => string.CompareOrdinal(one, other) < 0;
        var equal = !Less(start, From) && !Less(Until, end);
        return Prefix switch
        {
            "ne" => !equal,
            "gt" => Less(Until, end),
            "lt" => Less(start, From),
            "ge" => Less(Until, end) || equal,
            "le" => Less(start, From) || equal,
            "sa" => !Less(start, Until),
            "eb" => !Less(From, end),
            "ap" => Less(start, Until) && Less(From, end),
            _ => equal,
        };
    }

    private static (DateTimeOffset From, DateTimeOffset Until)? Day(string text, Func<DateOnly, DateOnly> next) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? (London.Start(day), London.Start(next(day)))
            : null;

    private static (DateTimeOffset From, DateTimeOffset Until)? Moment(string text) =>
        text.Length > 10 && text[10] == 'T'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && moment.Year is > 1 and < 9999
            ? (moment, moment.AddSeconds(1))
            : null;
}
