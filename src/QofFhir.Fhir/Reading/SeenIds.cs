using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Fhir.Reading;

/// <summary>Remembers which resources were met by 16 bytes each: half a SHA-256, so that not even made-up ids collide.</summary>
internal sealed class SeenIds
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>False when it was met before.</summary>
    public bool Add(string typeAndId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(typeAndId), hash);
        return _seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
