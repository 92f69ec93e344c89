using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace QofFhir.Extraction.Files;

/// <summary>The lines of a ledger in shares, each in the order of the file; on disk but for a small block of each share.</summary>
internal sealed class LedgerShares : IDisposable
{
    private const int EntrySize = 28;
    private const int BlockSize = 128 * EntrySize;

    private readonly SafeFileHandle _file;
    private readonly int[] _sizes;
    private readonly long[] _starts;
    private readonly int[] _written;
    private readonly byte[] _blocks;

    /// <param name="sizes">Lines of each share.</param>
    public LedgerShares(string path, int[] sizes)
    {
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        (_sizes, _starts, _written) = (sizes, new long[sizes.Length], new int[sizes.Length]);
        for (var share = 1; share < sizes.Length; share++)
        {
            _starts[share] = _starts[share - 1] + ((long)sizes[share - 1] * EntrySize);
        }

        _blocks = ArrayPool<byte>.Shared.Rent(sizes.Length * BlockSize);
    }

    public int Count => _sizes.Length;

    public void Deal(int share, int line, UInt128 identity, long offset)
    {
        var filled = _written[share] % BlockSize;
        var entry = _blocks.AsSpan((share * BlockSize) + filled, EntrySize);
        BinaryPrimitives.WriteUInt128LittleEndian(entry, identity);
        BinaryPrimitives.WriteInt64LittleEndian(entry[16..], offset);
        BinaryPrimitives.WriteInt32LittleEndian(entry[24..], line);
        _written[share] += EntrySize;
        if (filled + EntrySize == BlockSize)
        {
            Write(share, BlockSize);
        }
    }

    /// <summary>Nothing more will come.</summary>
    public void Dealt()
    {
        for (var share = 0; share < Count; share++)
        {
            Write(share, _written[share] % BlockSize);
        }
    }

    public void Each(int share, Action<int, UInt128, long> see)
    {
        var length = _sizes[share] * EntrySize;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        for (int held = 0, read; held < length; held += read)
        {
            read = RandomAccess.Read(_file, buffer.AsSpan(held, length - held), _starts[share] + held);
            if (read == 0)
            {
                throw new EndOfStreamException("A file of ids that was just written is shorter than it was.");
            }
        }

        for (var at = 0; at < length; at += EntrySize)
        {
            var entry = buffer.AsSpan(at, EntrySize);
            see(BinaryPrimitives.ReadInt32LittleEndian(entry[24..]), BinaryPrimitives.ReadUInt128LittleEndian(entry), BinaryPrimitives.ReadInt64LittleEndian(entry[16..]));
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_blocks);
        _file.Dispose();
    }

    private void Write(int share, int length) =>
        RandomAccess.Write(_file, _blocks.AsSpan(share * BlockSize, length), _starts[share] + _written[share] - length);
}
