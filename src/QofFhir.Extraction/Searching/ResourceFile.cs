using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Extraction.Searching;

/// <summary>The NDJSON file of one resource type: a line a resource, each id once.</summary>
internal sealed class ResourceFile(string path) : IAsyncDisposable
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);

    /// <summary>Ids by a short digest: a practice has a million, and pages shift while data changes.</summary>
    private readonly Dictionary<UInt128, int> _seen = [];
    private int _search;

    public int Count { get; private set; }

    /// <summary>Resources that the search has given so far, each once, whether an earlier search gave them or not.</summary>
    public int NewToSearch { get; private set; }

    public void BeginSearch()
    {
        _search++;
        NewToSearch = 0;
    }

    /// <summary>Writes the resource unless its id was written before; one without id is always written, the reader judges it.</summary>
    public async ValueTask Add(SearchEntry entry, CancellationToken cancellation)
    {
        if (entry.Id is not null)
        {
            // With the number of the search that gave it last: one that gives only what it gave already may never end.
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, Digest(entry.Id), out var written);
            NewToSearch += last == _search ? 0 : 1;
            last = _search;
            if (written)
            {
                return;
            }
        }
        else
        {
            NewToSearch++;
        }

        Count++;
        await _file.WriteAsync(OneLine(entry.Json), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        if (Count == 0)
        {
            File.Delete(path);
        }
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
