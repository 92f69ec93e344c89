using System.Buffers;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>A resource of a publication, and how to write it.</summary>
/// <param name="Identifier">Business identifier without system; null where it has none.</param>
/// <param name="Write">Writes one JSON object; the same bytes each time.</param>
public sealed record PublishedResource(
    string Type, string Id, string Url, string Version, string Name, string? Identifier, Action<IBufferWriter<byte>> Write)
{
    /// <summary>The system that <see cref="Identifier"/> belongs to: the names of indicators.</summary>
    public static string IdentifierSystem => Canonicals.IndicatorId;

    /// <summary>The name in a package and in a folder, such as <c>Measure-qof-england-2026-27-dm020.json</c>.</summary>
    public string FileName => $"{Type}-{Id}.json";

    public string VersionedUrl => $"{Url}|{Version}";

    public ReadOnlyMemory<byte> Bytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer);
        return buffer.WrittenMemory;
    }
}
