namespace QofFhir.Publication.Cqrs;

/// <summary>CQRS's <c>INDICATOR_ACHIEVED_POINTS</c>.</summary>
public static class AchievedPointsFile
{
    private static readonly string[] Columns = ["QUALITY_SERVICE", "ORG_CODE", "ACH_DATE", "IND_CODE", "POINTS", "APPROVED"];

    /// <summary>The rows that can be read, as they come.</summary>
    public static IEnumerable<AchievedPoints> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (service, organisation, achieved) = (table.Required("QUALITY_SERVICE"), table.Required("ORG_CODE"), table.Required("ACH_DATE"));
        var (indicator, points, approved) = (table.Required("IND_CODE"), table.Required("POINTS"), table.Required("APPROVED"));
        foreach (var row in table.Rows())
        {
            var read = new AchievedPoints(
                row.Word(service), row.Code(organisation), row.Day(achieved), row.Word(indicator), row.Number(points), row.YesOrNo(approved));
            if (row.Accept())
            {
                yield return read;
            }
        }
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    public static void Write(TextWriter output, AchievedPoints points) => Csv.WriteLine(
        output, points.Service, points.Organisation, IndicatorValuesFile.Day(points.AchievementDate), points.Indicator, points.Points, points.Approved ? "Y" : "N");
}
