namespace QofFhir.Publication.Practices;

/// <summary>The publication's <c>PREVALENCE</c>.</summary>
public static class PrevalenceFile
{
    /// <summary>Patients of every age.</summary>
    public const string WholeList = "TOTAL";

    private static readonly string[] Columns = ["PRACTICE_CODE", "GROUP_CODE", "REGISTER", "PATIENT_LIST_TYPE", "PRACTICE_LIST_SIZE"];

    /// <summary>The rows that can be read, as they come. Names of columns until 2018/19 are understood; without a column for it the list is the whole one.</summary>
    public static IEnumerable<PrevalenceRow> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (practice, group, register) = (table.Required("PRACTICE_CODE"), table.Required("GROUP_CODE", "INDICATOR_GROUP_CODE"), table.Required("REGISTER"));
        var (type, size) = (table.Optional("PATIENT_LIST_TYPE"), table.Required("PRACTICE_LIST_SIZE", "PATIENT_LIST_SIZE"));
        foreach (var row in table.Rows())
        {
            var read = new PrevalenceRow(
                row.Code(practice), row.Word(group), row.Count(register), row.Text(type) is { Length: > 0 } given ? given : WholeList, row.Count(size));
            if (row.Accept())
            {
                yield return read;
            }
        }
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    public static void Write(TextWriter output, PrevalenceRow row) =>
        Csv.WriteLine(output, row.Practice, row.Group, row.Register, row.ListType, row.ListSize);
}
