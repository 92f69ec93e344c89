using System.Text.Json;
using QofFhir.Publication;

namespace QofFhir.Cli.Output;

/// <summary>A table as data for pipes: every cell a text, number, true or false, day, or nothing.</summary>
/// <param name="columns">As in CSV, such as <c>points_available</c>; JSON has <c>pointsAvailable</c>.</param>
internal sealed class Sheet(params IReadOnlyList<string> columns)
{
    private readonly List<object?[]> _rows = [];

    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<IReadOnlyList<object?>> Rows => _rows;

    public void Add(params object?[] cells) => _rows.Add(cells);

    public void WriteCsv(TextWriter output)
    {
        Csv.WriteLine(output, [.. columns]);
        _rows.ForEach(row => Csv.WriteLine(output, row));
    }

    /// <summary>An array with an object a row, named by the columns.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var row in _rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                json.WritePropertyName(Camel(columns[i]));
                WriteCell(json, row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Camel(string column) =>
        string.Concat(column.Split('_').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case DateOnly day: json.WriteStringValue(Words.Day(day)); break;
            default: json.WriteStringValue(cell.ToString()); break;
        }
    }
}
