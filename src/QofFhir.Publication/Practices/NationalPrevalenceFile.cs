using System.Globalization;

namespace QofFhir.Publication.Practices;

/// <summary>National prevalence as two sums a group; a file of our own, made from published ones or written by hand.</summary>
public static class NationalPrevalenceFile
{
    /// <summary>Between the names of payment groups that share a register.</summary>
    private const string Between = " / ";

    private static readonly string[] Columns = ["group", "payment_group", "list_type", "register", "list", "practices", "prevalence", "day"];

    /// <summary>The rows that can be read, as they come. Group, register and list must be there; without a type the list is the whole one.</summary>
    public static IEnumerable<NationalPrevalenceRow> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (group, register, list) = (table.Required("GROUP", "GROUP_CODE"), table.Required("REGISTER"), table.Required("LIST", "LIST_SIZE", "PRACTICE_LIST_SIZE"));
        var (paid, type) = (table.Optional("PAYMENT_GROUP"), table.Optional("LIST_TYPE", "PATIENT_LIST_TYPE"));
        var (practices, day) = (table.Optional("PRACTICES"), table.Optional("DAY"));
        foreach (var row in table.Rows())
        {
            var read = new NationalPrevalenceRow(
                row.Word(group), row.Text(paid).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                row.Text(type) is { Length: > 0 } given ? given : PrevalenceFile.WholeList, row.Count(register), row.Count(list),
                practices is { } column && row.Text(column).Length > 0 ? (int)Math.Min(int.MaxValue, row.Count(column)) : null, Day(row, day));
            if (read.Register > read.List)
            {
                row.Wrong(register, "is more than the list", 0);
            }

            if (row.Accept())
            {
                yield return read;
            }
        }
    }

    public static void WriteHead(TextWriter output) => Csv.WriteLine(output, Columns);

    /// <param name="prevalence">For reading; null where it has none.</param>
    public static void Write(TextWriter output, NationalPrevalenceRow row, decimal? prevalence) => Csv.WriteLine(
        output, row.Group, string.Join(Between, row.PaymentGroups), row.ListType, row.Register, row.List, row.Practices, prevalence, row.Day);

    private static DateOnly? Day(PublishedRow row, int? column) => column is not { } place || row.Text(place).Length == 0 ? null
        : DateOnly.TryParseExact(row.Text(place), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : row.Wrong(place, "is no day YYYY-MM-DD", default(DateOnly?));
}
