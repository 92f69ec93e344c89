using System.Buffers;
using System.Text;
using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Searching;

/// <summary>The resources of a page as lines of NDJSON, on their way into the file of their type.</summary>
internal sealed class PageLines
{
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly List<(UInt128 Identity, int Length)> _run = [];

    /// <returns>Who it is.</returns>
    public UInt128 Add(SearchEntry entry)
    {
        var line = OneLine(entry.Json.Span);
        var identity = LineHead.IdentityOf(entry.Id is null ? line : Encoding.UTF8.GetBytes(entry.Id));
        _run.Add((identity, line.Length));
        return identity;
    }

    public void Flush(TypeFile file)
    {
        if (_run.Count > 0)
        {
            file.Append(_lines.WrittenSpan, _run);
            _lines.ResetWrittenCount();
            _run.Clear();
        }
    }

    /// <summary>The same JSON on one line. Valid JSON has line ends only between tokens, so dropping them, and the indent after, changes nothing.</summary>
    private ReadOnlySpan<byte> OneLine(ReadOnlySpan<byte> json)
    {
        var line = _lines.GetSpan(json.Length + 1);
        var length = 0;
        var indent = false;
        foreach (var b in json)
        {
            indent = b is (byte)'\n' or (byte)'\r' || (indent && b is (byte)' ' or (byte)'\t');
            if (!indent)
            {
                line[length++] = b;
            }
        }

        line[length++] = (byte)'\n';
        _lines.Advance(length);
        return line[..length];
    }
}
