namespace QofFhir.Publication.Practices;

/// <summary>The publication's <c>MAPPING_INDICATORS</c>.</summary>
public static class IndicatorFile
{
    private static readonly string[] Columns =
    [
        "INDICATOR_CODE", "INDICATOR_DESCRIPTION", "INDICATOR_POINT_VALUE", "GROUP_CODE", "GROUP_DESCRIPTION", "DOMAIN_CODE", "DOMAIN_DESCRIPTION", "PATIENT_LIST_TYPE",
    ];

    /// <summary>The rows that can be read, as they come.</summary>
    public static IEnumerable<IndicatorRow> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (indicator, points, group) = (table.Required("INDICATOR_CODE"), table.Required("INDICATOR_POINT_VALUE"), table.Required("GROUP_CODE", "INDICATOR_GROUP_CODE"));
        var (text, groupText) = (table.Optional("INDICATOR_DESCRIPTION"), table.Optional("GROUP_DESCRIPTION", "INDICATOR_GROUP_DESCRIPTION"));
        var (domain, domainText, list) = (table.Optional("DOMAIN_CODE"), table.Optional("DOMAIN_DESCRIPTION"), table.Optional("PATIENT_LIST_TYPE"));
        foreach (var row in table.Rows())
        {
            var read = new IndicatorRow(
                row.Word(indicator), Given(row.Text(text)), row.Number(points), row.Word(group), Given(row.Text(groupText)), Given(row.Text(domain)),
                Given(row.Text(domainText)), Given(row.Text(list)));
            if (row.Accept())
            {
                yield return read;
            }
        }
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    public static void Write(TextWriter output, IndicatorRow row) => Csv.WriteLine(
        output, row.Indicator, row.Description, row.Points, row.Group, row.GroupDescription, row.Domain, row.DomainDescription, row.ListType);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
