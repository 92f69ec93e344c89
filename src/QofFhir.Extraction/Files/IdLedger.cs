using System.Buffers;
using System.Buffers.Binary;
using System.Collections;

namespace QofFhir.Extraction.Files;

/// <summary>
/// Which id stands on which line of a file. It lives on disk: a practice has a million lines, a worker hundreds of practices.
/// To find twins the lines are dealt out by id, and one share of them at a time is held in memory.
/// </summary>
internal sealed class IdLedger(string path) : IDisposable
{
    private const int EntrySize = 24;
    private const int ShareSize = 16 * 1024;

    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 16 * 1024, FileOptions.DeleteOnClose);

    public int Count { get; private set; }

    /// <param name="offset">Where the line begins; lines are added in the order of the file.</param>
    public void Add(UInt128 identity, long offset)
    {
        Span<byte> entry = stackalloc byte[EntrySize];
        BinaryPrimitives.WriteUInt128LittleEndian(entry, identity);
        BinaryPrimitives.WriteInt64LittleEndian(entry[16..], offset);
        _file.Write(entry);
        Count++;
    }

    /// <summary>The lines, by number, in whose place another one stands.</summary>
    /// <param name="newer">Whether the line at the second offset is newer than the one at the first.</param>
    /// <returns>Null when each id stands once.</returns>
    public BitArray? Superseded(Func<long, long, bool> newer)
    {
        BitArray? superseded = null;
        var kept = new Dictionary<UInt128, (int Line, long Offset)>(Math.Min(Count, ShareSize + (ShareSize / 8)));
        using var shares = Dealt();
        for (var share = 0; share < shares.Count; share++)
        {
            kept.Clear();
            shares.Each(share, (line, identity, offset) =>
            {
                if (kept.TryAdd(identity, (line, offset)))
                {
                    return;
                }

                superseded ??= new BitArray(Count);
                var before = kept[identity];
                if (newer(before.Offset, offset))
                {
                    superseded[before.Line] = true;
                    kept[identity] = (line, offset);
                }
                else
                {
                    superseded[line] = true;
                }
            });
        }

        return superseded;
    }

    /// <summary>Goes through all lines in order.</summary>
    public void Each(Action<int, UInt128, long> see)
    {
        _file.Flush();
        var buffer = ArrayPool<byte>.Shared.Rent(2048 * EntrySize);
        var block = buffer.AsSpan(0, 2048 * EntrySize);
        var line = 0;
        for (long at = 0; line < Count;)
        {
            var read = RandomAccess.Read(_file.SafeFileHandle, block, at);
            var whole = read / EntrySize * EntrySize;
            for (var i = 0; i < whole; i += EntrySize)
            {
                see(line++, BinaryPrimitives.ReadUInt128LittleEndian(block[i..]), BinaryPrimitives.ReadInt64LittleEndian(block[(i + 16)..]));
            }

            at += whole;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    public void Dispose() => _file.Dispose();

    private LedgerShares Dealt()
    {
        // The digest's low half, spread evenly over the shares without dividing.
        var sizes = new int[(Count / ShareSize) + 1];
        Each((_, identity, _) => sizes[Share(identity)]++);
        var shares = new LedgerShares(path + ".shares", sizes);
        Each((line, identity, offset) => shares.Deal(Share(identity), line, identity, offset));
        shares.Dealt();
        return shares;

        int Share(UInt128 identity) => (int)(((ulong)(uint)identity * (ulong)sizes.Length) >> 32);
    }
}
