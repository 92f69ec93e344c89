using QofFhir.Core.Recall;

namespace QofFhir.Publication.Recall;

/// <summary>What became of recalls as CSV: columns <c>patient,on,outcome,method</c>, and <c>until</c> where anything was booked.</summary>
public static class OutcomesTable
{
    /// <param name="knows">Whether there is such a patient.</param>
    /// <param name="reading">Takes every mistake with its line, and never the patient's id.</param>
    /// <returns>The outcomes of the rows that are right, in their order.</returns>
    public static IReadOnlyList<RecallOutcome> Read(Stream stream, FileReading reading, Func<string, bool> knows, DateOnly today)
    {
        using var table = PublishedTable.Open(stream, reading);
        var columns = OutcomeEntry.Columns.SkipLast(1).Select(c => (int?)table.Required(c.ToUpperInvariant())).Append(table.Optional("UNTIL")).ToArray();
        var outcomes = new List<RecallOutcome>();
        foreach (var row in table.Rows())
        {
            var cells = columns.Select(row.Text).ToArray();
            var outcome = new OutcomeEntry(cells[0], cells[1], cells[2], cells[3], cells[4]).Check(knows, today, (column, text) => Wrong(row, columns, column, text));
            if (row.Accept())
            {
                outcomes.Add(outcome!);
            }
        }

        return outcomes;
    }

    /// <summary>A day that has no column is missed where it is asked for.</summary>
    private static void Wrong(PublishedRow row, int?[] columns, string column, string text)
    {
        if (columns[OutcomeEntry.Columns.Index().First(c => c.Item == column).Index] is { } place)
        {
            row.Wrong(place, text, 0);
        }
        else
        {
            row.Wrong(columns[2]!.Value, "is booked: a column UNTIL with the day of the appointment is needed", 0);
        }
    }
}
