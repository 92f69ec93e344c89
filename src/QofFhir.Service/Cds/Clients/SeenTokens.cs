using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Service.Cds.Clients;

/// <summary>Tokens that were used and could be used again: each serves once. Known to this process alone.</summary>
internal sealed class SeenTokens(TimeProvider clock)
{
    /// <summary>Some 30 MB; who comes when it is full has to wait until tokens have run out.</summary>
    private const int Most = 500_000;

    private readonly Lock _gate = new();
    private readonly HashSet<UInt128> _seen = [];
    private readonly PriorityQueue<UInt128, DateTimeOffset> _ends = new();

    /// <summary>True the first time. To be asked after the signature was found good: nobody else fills the list.</summary>
    /// <param name="until">Afterwards it is refused for its age.</param>
    public bool IsFirst(string issuer, string id, DateTimeOffset until)
    {
        var token = Digest(issuer, id);
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            while (_ends.TryPeek(out var old, out var end) && end < now)
            {
                _ends.Dequeue();
                _seen.Remove(old);
            }

            if (_seen.Count >= Most || !_seen.Add(token))
            {
                return false;
            }

            _ends.Enqueue(token, until);
            return true;
        }
    }

    private static UInt128 Digest(string issuer, string id)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.Length} {issuer}{id}"), digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
