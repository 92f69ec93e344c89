using System.Buffers;
using System.Collections;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>The NDJSON file of one resource type, into which several downloads write side by side; at the end each id stands in it once.</summary>
internal sealed class TypeFile(string folder, string type) : IDisposable
{
    private readonly string _path = Path.Combine(folder, type + ".ndjson");
    private readonly IdLedger _ledger = new(Path.Combine(folder, type + ".ids"));
    private readonly SafeFileHandle _lines = File.OpenHandle(
        Path.Combine(folder, type + ".ndjson"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    private readonly Lock _one = new();
    private long _length;

    public string Type => type;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(type);

    /// <param name="lines">Whole lines.</param>
    /// <param name="entries">Of each line, who it is and how long.</param>
    public void Append(ReadOnlySpan<byte> lines, IReadOnlyList<(UInt128 Identity, int Length)> entries)
    {
        lock (_one)
        {
            RandomAccess.Write(_lines, lines, _length);
            foreach (var (identity, length) in entries)
            {
                _ledger.Add(identity, _length);
                _length += length;
            }
        }
    }

    /// <summary>Drops what a newer version, or the same again, stands for; an empty file goes away.</summary>
    /// <returns>Resources in the file.</returns>
    public int Settle()
    {
        var superseded = _ledger.Superseded((one, other) => Version(other).NewerThan(Version(one)));
        if (superseded is not null)
        {
            Rewrite(superseded);
        }

        var count = _ledger.Count - (superseded?.Cast<bool>().Count(s => s) ?? 0);
        Dispose();
        if (count == 0)
        {
            File.Delete(_path);
        }

        return count;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _ledger.Dispose();
    }

    private ResourceVersion Version(long offset)
    {
        for (var size = 4 * 1024; ; size *= 4)
        {
            var line = new byte[size];
            var read = RandomAccess.Read(_lines, line, offset);
            var end = line.AsSpan(0, read).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return ResourceVersion.Of(line.AsMemory(0, end));
            }
        }
    }

    private void Rewrite(BitArray superseded)
    {
        var aside = _path + ".once";
        using (var target = File.OpenHandle(aside, FileMode.CreateNew, FileAccess.Write))
        {
            var (buffer, written, from) = (ArrayPool<byte>.Shared.Rent(128 * 1024), 0L, -1L);
            _ledger.Each((line, _, offset) =>
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
                    part = part[..RandomAccess.Read(_lines, part, from)];
                    RandomAccess.Write(target, part, written);
                    written += part.Length;
                }

                from = -1;
            }
        }

        File.Move(aside, _path, overwrite: true);
    }
}
