using QofFhir.Core.Aggregation;

namespace QofFhir.Publication.Geographies;

/// <summary>Which practice's patients became whose; a file of our own, since no published one says it.</summary>
public static class SuccessionFile
{
    /// <summary>The rows that can be read, as they come: columns <c>PREDECESSOR_CODE</c>, <c>SUCCESSOR_CODE</c> and <c>FROM_DATE</c>, the successor's first day, yyyymmdd.</summary>
    public static IEnumerable<Succession> Read(Stream stream, FileReading reading)
    {
        using var table = PublishedTable.Open(stream, reading);
        var (predecessor, successor, from) = (table.Required("PREDECESSOR_CODE"), table.Required("SUCCESSOR_CODE"), table.Required("FROM_DATE"));
        foreach (var row in table.Rows())
        {
            var read = new Succession(row.Code(predecessor), row.Code(successor), row.Day(from));
            if (row.Accept())
            {
                yield return read;
            }
        }
    }
}
