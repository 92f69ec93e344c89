using System.Text;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A delimited file whose columns are found by their names.</summary>
internal sealed class DelimitedTable
{
    private readonly string[] _header;
    private readonly ICollection<DefinitionMistake> _mistakes;

    private DelimitedTable(string file, string[] header, IReadOnlyList<TableRow> rows, ICollection<DefinitionMistake> mistakes)
    {
        File = file;
        _header = header;
        _mistakes = mistakes;
        Rows = rows;
    }

    public string File { get; }

    /// <summary>The rows that have as many fields as the header; the others were told as mistakes.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Reads a UTF-8 file with commas or tabs, whichever its first line has more of; null when it cannot be read as a table.</summary>
    public static DelimitedTable? Read(string file, ICollection<DefinitionMistake> mistakes)
    {
        if (Text(file, mistakes) is not { } text)
        {
            return null;
        }

        var head = text.AsSpan();
        head = head.IndexOf('\n') is >= 0 and var end ? head[..end] : head;
        var delimiter = head.Count('\t') > head.Count(',') ? '\t' : ',';
        var records = DelimitedText.Records(text, delimiter, line =>
            mistakes.Add(new DefinitionMistake(file, line, 1, "a quote is opened and never closed; the rest of the file is not read")));
        string[]? header = null;
        var rows = new List<TableRow>();
        foreach (var (line, fields) in records)
        {
            if (header is null)
            {
                header = [.. fields.Select(Plain)];
            }
            else if (fields.Length == header.Length)
            {
                rows.Add(new TableRow(line, fields));
            }
            else
            {
                mistakes.Add(new DefinitionMistake(file, line, 1, $"{fields.Length} fields, expected {header.Length} as in the header"));
            }
        }

        if (header is null)
        {
            mistakes.Add(new DefinitionMistake(file, 1, 1, "the file has no header line"));
            return null;
        }

        return new DelimitedTable(file, header, rows, mistakes);
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

    private static string? Text(string file, ICollection<DefinitionMistake> mistakes)
    {
        if (!System.IO.File.Exists(file))
        {
            mistakes.Add(new DefinitionMistake(file, 1, 1, "there is no such file"));
            return null;
        }

        var bytes = System.IO.File.ReadAllBytes(file).AsSpan();
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = bytes[..Math.Max(0, wrong.Index)].Count((byte)'\n') + 1;
            mistakes.Add(new DefinitionMistake(file, line, 1, "not UTF-8 text; save the file as UTF-8"));
            return null;
        }
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
