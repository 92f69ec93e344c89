using System.Security.Cryptography;
using System.Text;
using QofFhir.Service.Access;

namespace QofFhir.Service.CareGaps;

/// <summary>Who asks: the files of gaps in care are for nobody else.</summary>
internal static class GapsAsker
{
    /// <returns>The same text for the same key or client; null when the token does not name its client.</returns>
    public static string? Of(HttpContext context) => Readers.Client(context.User) is { } client
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Readers.Issuer(context.User)}\n{client}")))
        : null;
}
