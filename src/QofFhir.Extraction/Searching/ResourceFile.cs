using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Extraction.Searching;

/// <summary>The NDJSON file of one resource type: a line a resource, each id once. Several searches may write at a time.</summary>
internal sealed class ResourceFile(string path) : IAsyncDisposable
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);

    /// <summary>Ids by a short digest: a practice has a million, and pages shift while data changes.</summary>
    private readonly Dictionary<UInt128, int> _seen = [];
    private int _search;

    private readonly SemaphoreSlim _one = new(1);

    public int Count { get; private set; }

    /// <summary>A number for the search that begins.</summary>
    public int BeginSearch() => Interlocked.Increment(ref _search);

    /// <summary>Writes the resource unless its id was written before; one without id is always written, the reader judges it.</summary>
    /// <param name="search">The number of the search that gave it.</param>
    /// <returns>Whether it is new to that search.</returns>
    public async ValueTask<bool> Add(SearchEntry entry, int search, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            onEntry?.Invoke(entry);
            var (isNew, written) = entry.Id is null ? (true, false) : Note(entry.Id, search);
            if (!written)
            {
                Count++;
                await _file.WriteAsync(OneLine(entry.Json), cancellation);
            }

            return isNew;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _one.Dispose();
        if (Count == 0)
        {
            File.Delete(path);
        }
    }

    /// <summary>With the number of the search that gave it last: one that gives only what it gave already may never end.</summary>
    private (bool IsNew, bool Written) Note(string id, int search)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, Digest(id), out var written);
        var isNew = last != search;
        last = search;
        return (isNew, written);
    }

    /// <summary>The same JSON on one line. Valid JSON has line ends only between tokens, so dropping them, and the indent after, changes nothing.</summary>
    private static ReadOnlyMemory<byte> OneLine(ReadOnlyMemory<byte> json)
    {
        var line = new byte[json.Length + 1];
        var length = 0;
        var indent = false;
        foreach (var b in json.Span)
        {
            indent = b is (byte)'\n' or (byte)'\r' || (indent && b is (byte)' ' or (byte)'\t');
            if (!indent)
            {
                line[length++] = b;
            }
        }

        line[length++] = (byte)'\n';
        return line.AsMemory(0, length);
    }

    private static UInt128 Digest(string id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BitConverter.ToUInt128(hash);
    }
}
