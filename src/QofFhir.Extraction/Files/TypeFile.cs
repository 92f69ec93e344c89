using System.Buffers;
using System.Collections;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace QofFhir.Extraction.Files;

/// <summary>The NDJSON file of one resource type, into which several downloads or searches write side by side; at the end each id stands in it once.</summary>
internal sealed class TypeFile(string folder, string type) : IDisposable
{
    private readonly string _path = Path.Combine(folder, type + ".ndjson");
    private readonly Lock _one = new();

    /// <summary>Null until there is a line: of the types asked for, a practice has only some.</summary>
    private (SafeFileHandle Lines, IdLedger Ledger)? _open;
    private long _length;

    public string Type => type;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(type);

    /// <param name="lines">Whole lines.</param>
    /// <param name="entries">Of each line, who it is and how long.</param>
    public void Append(ReadOnlySpan<byte> lines, IReadOnlyList<(UInt128 Identity, int Length)> entries)
    {
        lock (_one)
        {
            var open = _open ??= Open();
            RandomAccess.Write(open.Lines, lines, _length);
            foreach (var (identity, length) in entries)
            {
                open.Ledger.Add(identity, _length);
                _length += length;
            }
        }
    }

    /// <summary>Drops what a newer version, or the same again, stands for.</summary>
    /// <returns>Resources in the file; there is none where no line came.</returns>
    public int Settle()
    {
        if (_open is not var (lines, ledger))
        {
            return 0;
        }

        var superseded = ledger.Superseded((one, other) => Version(lines, other).NewerThan(Version(lines, one)));
        if (superseded is not null)
        {
            Rewrite(lines, ledger, superseded);
        }

        Dispose();
        return ledger.Count - (superseded?.Cast<bool>().Count(s => s) ?? 0);
    }

    public void Dispose()
    {
        _open?.Lines.Dispose();
        _open?.Ledger.Dispose();
    }

    private (SafeFileHandle Lines, IdLedger Ledger) Open() => (
        File.OpenHandle(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None), new IdLedger(Path.Combine(folder, type + ".ids")));

    private static ResourceVersion Version(SafeFileHandle lines, long offset)
    {
        for (var size = 4 * 1024; ; size *= 4)
        {
            var line = new byte[size];
            var read = RandomAccess.Read(lines, line, offset);
            var end = line.AsSpan(0, read).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return ResourceVersion.Of(line.AsMemory(0, end));
            }
        }
    }

    private void Rewrite(SafeFileHandle lines, IdLedger ledger, BitArray superseded)
    {
        var aside = _path + ".once";
        using (var target = File.OpenHandle(aside, FileMode.CreateNew, FileAccess.Write))
        {
            var (buffer, written, from) = (ArrayPool<byte>.Shared.Rent(128 * 1024), 0L, -1L);
            ledger.Each((line, _, offset) =>
            {
                if (superseded[line] && from >= 0)
                {
                    Copy(offset);
                }
                else if (!superseded[line] && from < 0)
                {
                    from = offset;
                }
            });
            if (from >= 0)
            {
                Copy(_length);
            }

            ArrayPool<byte>.Shared.Return(buffer);

            void Copy(long to)
            {
                for (; from < to; from += buffer.Length)
                {
                    var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, to - from));
                    part = part[..RandomAccess.Read(lines, part, from)];
                    RandomAccess.Write(target, part, written);
                    written += part.Length;
                }

                from = -1;
            }
        }

        File.Move(aside, _path, overwrite: true);
    }
}
