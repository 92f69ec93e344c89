using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>Puts the lines of one download where they belong: in runs of one type, as they stand, without blank lines and carriage returns.</summary>
internal sealed class LineTaker(Landing landing, string? declared)
{
    private readonly List<(UInt128 Identity, int Length)> _run = [];

    /// <summary>Lines that are not blank.</summary>
    public long Lines { get; private set; }

    /// <summary>Lines of types that were not asked for.</summary>
    public long LeftAside { get; private set; }

    /// <summary>Lines that hold no resource; they stay in the file for its reader to name them.</summary>
    public long Strange { get; private set; }

    /// <summary>The last line breaks off.</summary>
    public bool Cut { get; private set; }

    public void Take(Memory<byte> block, bool unended)
    {
        var lines = block.Span;
        var (start, end) = (0, 0);
        TypeFile? file = null;
        for (var at = 0; at < lines.Length;)
        {
            var length = lines[at..].IndexOf((byte)'\n');
            var line = Bare(lines.Slice(at, length));
            at += length + 1;
            if (line.IsEmpty)
            {
                continue;
            }

            Lines++;
            var head = LineHead.Read(line);
            var target = Target(head);
            if (target != file)
            {
                Flush(file, lines[start..end]);
                (file, start) = (target, end);
            }

            Cut = unended && at == lines.Length && !LineHead.Ends(line);
            if (target is null)
            {
                LeftAside++;
                continue;
            }

            landing.Check(target.Type)?.Look(line);
            _run.Add((head.Identity(line), line.Length + 1));
            line.CopyTo(lines[end..]);
            end += line.Length;
            lines[end++] = (byte)'\n';
        }

        Flush(file, lines[start..end]);
    }

    private TypeFile? Target(LineHead head)
    {
        if (!head.Type.IsEmpty)
        {
            return landing.File(head.Type);
        }

        Strange++;
        return declared is null ? null : landing.File(declared);
    }

    private void Flush(TypeFile? file, ReadOnlySpan<byte> lines)
    {
        file?.Append(lines, _run);
        landing.Count(_run.Count);
        _run.Clear();
    }

    private static Span<byte> Bare(Span<byte> line)
    {
        while (!line.IsEmpty && line[^1] is (byte)'\r' or (byte)' ' or (byte)'\t')
        {
            line = line[..^1];
        }

        return line;
    }
}
