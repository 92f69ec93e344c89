using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Fhir.Reading;

/// <summary>Remembers which resources were met by 16 bytes each: half a SHA-256, so that not even made-up ids collide.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<UInt128> _seen = [];
    private readonly HashSet<UInt128> _deleted = [];

    /// <summary>False when it was met before.</summary>
    public bool Add(string typeAndId) => _seen.Add(Mark(typeAndId));

    /// <summary>A history goes back in time: versions that come after a deletion are those before it. One that came earlier was made later, and stays.</summary>
    public void Delete(string typeAndId) => _deleted.Add(Mark(typeAndId));

    public bool IsDeleted(string typeAndId) => _deleted.Count > 0 && _deleted.Contains(Mark(typeAndId));

    private static UInt128 Mark(string typeAndId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(typeAndId), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
