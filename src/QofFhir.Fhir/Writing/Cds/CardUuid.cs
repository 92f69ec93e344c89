using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>The ids of a call's cards and suggestions: made from the call's own id, so that the same call gives the same.</summary>
public static class CardUuid
{
    /// <param name="instance">The call's id, which nobody can guess.</param>
    /// <param name="name">What it is the id of within the call.</param>
    /// <returns>A UUID of version 8.</returns>
    public static Guid Of(Guid instance, string name)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{instance:N}/{name}"), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }
}
