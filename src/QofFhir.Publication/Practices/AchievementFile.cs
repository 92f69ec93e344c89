namespace QofFhir.Publication.Practices;

/// <summary>The publication's <c>ACHIEVEMENT</c>: a row a practice, indicator and measure.</summary>
public static class AchievementFile
{
    private static readonly string[] Columns = ["PRACTICE_CODE", "INDICATOR_CODE", "MEASURE", "VALUE"];

    private static readonly Dictionary<string, AchievementMeasure> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["REGISTER"] = AchievementMeasure.Register,
        ["NUMERATOR"] = AchievementMeasure.Numerator,
        ["DENOMINATOR"] = AchievementMeasure.Denominator,
        ["PCAS"] = AchievementMeasure.Pcas,
        ["EXCEPTIONS"] = AchievementMeasure.Pcas,
        ["ACHIEVED_POINTS"] = AchievementMeasure.AchievedPoints,
    };

    /// <summary>The rows that can be read, as they come.</summary>
    public static IEnumerable<AchievementRow> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (practice, indicator) = (table.Required("PRACTICE_CODE"), table.Required("INDICATOR_CODE"));
        var (measure, value) = (table.Required("MEASURE"), table.Required("VALUE"));
        foreach (var row in table.Rows())
        {
            var what = Measures.TryGetValue(row.Text(measure), out var known)
                ? known
                : row.Wrong(measure, $"is none of {string.Join(", ", Measures.Keys)}", AchievementMeasure.Register);
            var read = new AchievementRow(
                row.Code(practice), row.Word(indicator), what, what == AchievementMeasure.AchievedPoints ? row.Number(value) : row.Count(value));
            if (row.Accept())
            {
                yield return read;
            }
        }
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    public static void Write(TextWriter output, AchievementRow row) => Csv.WriteLine(
        output, row.Practice, row.Indicator, row.Measure == AchievementMeasure.AchievedPoints ? "ACHIEVED_POINTS" : row.Measure.ToString().ToUpperInvariant(), row.Value);
}
