using System.Globalization;

namespace QofFhir.Publication.Cqrs;

/// <summary>CQRS's <c>INDICATOR_VALUES</c>.</summary>
public static class IndicatorValuesFile
{
    private static readonly string[] Columns =
    [
        "QUALITY_SERVICE", "NAME", "ORG_CODE", "ACH_DATE", "IND_CODE", "FIELD_NAME", "VALUE", "DEFAULT_VALUES_USED", "SUBMIT_USER_ID", "SUBMIT_DATE", "SUBMIT_TIME",
        "LAST_SUBMISSION",
    ];

    /// <summary>The rows that can be read, as they come, superseded ones too.</summary>
    public static IEnumerable<IndicatorValue> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (service, name, organisation, achieved) = (table.Required("QUALITY_SERVICE"), table.Optional("NAME"), table.Required("ORG_CODE"), table.Required("ACH_DATE"));
        var (indicator, field, value) = (table.Required("IND_CODE"), table.Required("FIELD_NAME"), table.Required("VALUE"));
        var (defaults, user) = (table.Required("DEFAULT_VALUES_USED"), table.Optional("SUBMIT_USER_ID"));
        var (day, time, last) = (table.Required("SUBMIT_DATE"), table.Required("SUBMIT_TIME"), table.Required("LAST_SUBMISSION"));
        foreach (var row in table.Rows())
        {
            var read = new IndicatorValue(
                row.Word(service), Given(row.Text(name)), row.Code(organisation), row.Day(achieved), row.Word(indicator), row.Word(field), row.Count(value),
                row.YesOrNo(defaults), Given(row.Text(user)), row.Day(day).ToDateTime(Time(row, time)), row.YesOrNo(last));
            if (row.Accept())
            {
                yield return read;
            }
        }
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    public static void Write(TextWriter output, IndicatorValue value) => Csv.WriteLine(
        output, value.Service, value.Name, value.Organisation, Day(value.AchievementDate), value.Indicator, value.Field, value.Value, value.DefaultsUsed ? "Y" : "N", value.User,
        Day(DateOnly.FromDateTime(value.Submitted)), value.Submitted.ToString("HHmmss", CultureInfo.InvariantCulture), value.Last ? "Y" : "N");

    internal static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static TimeOnly Time(PublishedRow row, int column) =>
        TimeOnly.TryParseExact(row.Text(column), ["HHmmss", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : row.Wrong(column, "is no time hhmmss", default(TimeOnly));

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
