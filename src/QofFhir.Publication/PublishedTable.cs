using System.Text.Unicode;
using CsvHelper;

namespace QofFhir.Publication;

/// <summary>A CSV table whose columns are found by their names, read row by row: in any order, quoted or not, with byte order mark or CRLF, beside other columns.</summary>
internal sealed class PublishedTable : IDisposable
{
    /// <summary>No row of these tables is near it.</summary>
    private const int LongestRow = 1 << 20;

    private readonly CsvReader _csv;
    private readonly string[] _header;
    private bool _usable = true;

    private PublishedTable(Stream stream, FileReading reading)
    {
        Reading = reading;
        _csv = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                HasHeader = false,
                Separator = ',',
                TrimWhitespace = true,
                TrackLineNumbers = true,
                PoolStrings = true,

                // No cell of these files spans lines, so a quote that is not closed costs its own row alone.
                AllowLineBreaksInQuotes = false,
                MaxRecordSize = LongestRow,
                MalformedData = CsvMalformedDataHandling.Skip,
                FieldCountMismatch = CsvFieldCountHandling.Skip,
                OnMalformedRecord = Broken,
            },
            false);
        _header = Next() ? [.. Enumerable.Range(0, _csv.FieldCount).Select(i => Plain(_csv.GetString(i)))] : [];
        if (_usable && (_header.All(string.IsNullOrEmpty) || reading.Rows > 0))
        {
            Refuse("The first line names the columns; there is none here.");
        }
    }

    public FileReading Reading { get; }

    public static PublishedTable Open(Stream stream, FileReading reading) => new(stream, reading);

    /// <summary>The place of the first of these columns that is there; none is a mistake, and then the table has no rows.</summary>
    public int Required(params ReadOnlySpan<string> names)
    {
        if (Optional(names) is { } place)
        {
            return place;
        }

        if (_header.Length > 0)
        {
            Refuse($"There is no column {string.Join(" or ", names!)}.");
        }

        return -1;
    }

    /// <returns>Null when there is none.</returns>
    public int? Optional(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(_header, name) is >= 0 and var place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The rows that are whole, each valid until the next is taken.</summary>
    public IEnumerable<PublishedRow> Rows()
    {
        var row = new PublishedRow(_csv, _header, Reading);
        while (_usable && Next())
        {
            Reading.Rows++;
            if (Utf8.IsValid(_csv.RawRecord))
            {
                row.Begin((int)_csv.LineNumber);
                yield return row;
            }
            else
            {
                Reading.Add((int)_csv.LineNumber, 1, "This is no UTF-8 text; save the file as UTF-8.");
            }
        }
    }

    public void Dispose() => _csv.Dispose();

    private bool Next()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException fault)
        {
            // The reader knows no more than how it reads on; what is after a row without end is not known.
            Reading.Rows++;
            Reading.Add((int)Math.Max(1, fault.LineNumber), 1, "The row is too long; nothing after it was read.");
            return _usable = false;
        }
    }

    private void Refuse(string text)
    {
        _usable = false;
        Reading.Add(1, 1, text);
    }

    private void Broken(CsvMalformedRecord record)
    {
        Reading.Rows++;
        Reading.Add((int)record.LineNumber, 1, record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => $"The row has more or fewer cells than the first line{(_header is { Length: > 0 } ? $", which has {_header.Length}" : "")}.",
            CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote => "A quotation mark stands within a cell.",
            _ => "A quotation mark is opened and not closed on the same line.",
        });
    }

    private static string Plain(string name) => string.Concat(name.Trim().ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
