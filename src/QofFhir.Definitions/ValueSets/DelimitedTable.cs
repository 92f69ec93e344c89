using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A delimited file whose columns are found by their names, read row by row.</summary>
internal sealed class DelimitedTable : IDisposable
{
    private readonly StreamReader _text;
    private readonly char _delimiter;
    private readonly string[] _header;
    private readonly ICollection<DefinitionMistake> _mistakes;

    private DelimitedTable(string file, StreamReader text, string head, ICollection<DefinitionMistake> mistakes)
    {
        File = file;
        _text = text;
        _delimiter = head.Count(c => c == '\t') > head.Count(c => c == ',') ? '\t' : ',';
        var ends = DelimitedText.Fields(ref head, _delimiter) ?? [];
        var names = new TableRow(1, head, ends);
        _header = [.. ends.Select((_, column) => Plain(names[column] ?? ""))];
        _mistakes = mistakes;
    }

    public string File { get; }

    /// <summary>Opens a UTF-8 file with commas or tabs, whichever its first line has more of; null when there is no file, or no header in it.</summary>
    public static DelimitedTable? Open(string file, ICollection<DefinitionMistake> mistakes)
    {
        if (!System.IO.File.Exists(file))
        {
            mistakes.Add(new DefinitionMistake(file, 1, 1, "there is no such file"));
            return null;
        }

        return Open(file, System.IO.File.OpenRead(file), mistakes);
    }

    /// <param name="file">As mistakes name it.</param>
    /// <param name="stream">Closed with the table.</param>
    public static DelimitedTable? Open(string file, Stream stream, ICollection<DefinitionMistake> mistakes)
    {
        var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        if (text.ReadLine() is { Length: > 0 } head)
        {
            return new DelimitedTable(file, text, head, mistakes);
        }

        text.Dispose();
        mistakes.Add(new DefinitionMistake(file, 1, 1, "the file has no header line"));
        return null;
    }

    /// <summary>The rows that can be read, once and in their order; the others are told as mistakes. Empty lines are left out.</summary>
    /// <param name="broken">Takes each row that cannot be read, with the fields that stand in it whole: what it belongs to may be among them.</param>
    public IEnumerable<TableRow> Rows(Action<TableRow>? broken = null)
    {
        for (var line = 2; _text.ReadLine() is { } text; line++)
        {
            if (text.Length == 0)
            {
                continue;
            }

            var fields = text;
            var ends = DelimitedText.Fields(ref fields, _delimiter);
            var wrong = ends is null ? "a quote is opened and never closed; expected a second one on the same line"
                : ends.Length != _header.Length ? $"{ends.Length} fields, expected {_header.Length} as in the header"
                : text.Contains('\uFFFD', StringComparison.Ordinal) ? "not UTF-8 text; save the file as UTF-8"
                : null;
            if (wrong is null)
            {
                yield return new TableRow(line, fields, ends!);
            }
            else
            {
                _mistakes.Add(new DefinitionMistake(File, line, 1, wrong));
                broken?.Invoke(new TableRow(line, text, DelimitedText.WholeFields(text, _delimiter)));
            }
        }
    }

    /// <summary>The place of the column with one of these names; case, blanks and underscores do not matter. Null when there is none.</summary>
    public int? Optional(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(_header, Plain(name)) is >= 0 and var place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Optional"/>, but its absence is a mistake.</summary>
    public int? Required(params ReadOnlySpan<string> names)
    {
        var place = Optional(names);
        if (place is null)
        {
            _mistakes.Add(new DefinitionMistake(File, 1, 1, $"the header has no column {string.Join(" or ", names!)}"));
        }

        return place;
    }

    public void Dispose() => _text.Dispose();

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
