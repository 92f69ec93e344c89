using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace QofFhir.Publication;

/// <summary>The row that is being read. Each question that its cell does not answer is a mistake of the row.</summary>
internal sealed partial class PublishedRow(CsvReader csv, string[] header, FileReading reading)
{
    private bool _sound;

    public int Line { get; private set; }

    public void Begin(int line) => (Line, _sound) = (line, true);

    /// <summary>True when every cell asked for was right: the row counts as accepted.</summary>
    public bool Accept()
    {
        reading.Accepted += _sound ? 1 : 0;
        return _sound;
    }

    /// <summary>The cell as it was before <see cref="Csv"/> guarded it; empty where there is no such column.</summary>
    public string Text(int? column)
    {
        var cell = column is { } place ? csv.GetString(place).Trim() : "";
        return cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' ? cell[1..] : cell;
    }

    /// <summary>A word that must be there.</summary>
    public string Word(int column) => Text(column) is { Length: > 0 } word ? word : Wrong(column, "is empty", "");

    /// <summary>An organisation's code in capitals.</summary>
    public string Code(int column)
    {
        var code = Word(column).ToUpperInvariant();
        return code.Length == 0 || CodeShape().IsMatch(code) ? code : Wrong(column, "is no code: expected 3 to 10 letters and digits", "");
    }

    /// <summary>A whole number from 0, with or without commas between thousands, as spreadsheets save it.</summary>
    public long Count(int column) => long.TryParse(csv.GetSpan(column), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        || (Grouped().IsMatch(Text(column)) && long.TryParse(Text(column), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out count))
        ? count
        : Wrong(column, "is no whole number from 0", 0L);

    /// <summary>A number, with decimals or without.</summary>
    public decimal Number(int column) => decimal.TryParse(Text(column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : Wrong(column, "is no number", 0m);

    /// <summary>A day as CQRS writes it, yyyymmdd.</summary>
    public DateOnly Day(int column) => DateOnly.TryParseExact(Text(column), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : Wrong(column, "is no day yyyymmdd", default(DateOnly));

    /// <summary>One of two letters.</summary>
    public bool YesOrNo(int column) => Text(column) switch
    {
        "Y" => true,
        "N" => false,
        _ => Wrong(column, "is neither Y nor N", false),
    };

    /// <summary>The row does not count.</summary>
    public T Wrong<T>(int column, string text, T otherwise)
    {
        _sound = false;
        reading.Add(Line, column + 1, $"{header[column]} {text}.");
        return otherwise;
    }

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})*\z")]
    private static partial Regex Grouped();

    [GeneratedRegex("^[A-Z0-9]{3,10}$")]
    private static partial Regex CodeShape();
}
