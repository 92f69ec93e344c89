namespace QofFhir.Tests.Spec;

/// <summary>Rows that several indicators share, drawn once: the last column, <c>all</c>, says what each of them comes to.</summary>
internal static class SharedRows
{
    /// <param name="rows">A table with the days of 2026/27; they move with the year.</param>
    /// <param name="indicators">Names with blanks between; a year leaves out those that it does not list.</param>
    /// <param name="years">Service years as <c>2019-20</c>.</param>
    public static SpecTable[] For(string rows, string indicators, params string[] years)
    {
        var names = indicators.Split(' ');
        var lines = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wide = lines.Select((line, i) =>
        {
            var last = line.LastIndexOf('|');
            return $"{line[..last]}| {string.Join(" | ", i == 0 ? names : Enumerable.Repeat(line[(last + 1)..], names.Length))}";
        });
        return In(string.Join('\n', wide), years);
    }

    /// <param name="table">A table with the days of 2026/27, also of indicators that only other years list.</param>
    public static SpecTable[] In(string table, params string[] years)
    {
        var drawn = SpecTable.Of("qof-england-2026-27", "2027-03-31", table);
        return [.. years.Select(y => drawn.In($"qof-england-{y}", $"20{y[^2..]}-03-31"))];
    }
}
