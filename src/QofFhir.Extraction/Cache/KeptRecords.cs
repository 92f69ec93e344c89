using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace QofFhir.Extraction.Cache;

/// <summary>The records of a practice as they were kept: whole while it is open, whatever takes their place meanwhile.</summary>
public sealed class KeptRecords : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly Func<AesGcm?> _cipher;

    internal KeptRecords(SafeFileHandle file, Func<AesGcm?> cipher, CacheContents contents) => (_file, _cipher, Contents) = (file, cipher, contents);

    public CacheContents Contents { get; }

    /// <summary>What to read: a name for messages and NDJSON, a line a resource, for each type that has any.</summary>
    public IEnumerable<(string Name, Func<Stream> Open)> Inputs =>
        Contents.Sections.Where(s => s.Count > 0).Select(s => (s.Type + ".ndjson", (Func<Stream>)(() => Open(s.Type)!)));

    /// <returns>Null when none of the type are kept.</returns>
    internal Stream? Open(string type)
    {
        var number = Contents.Sections.Index().FirstOrDefault(s => s.Item.Type == type, (-1, null!)).Index;
        return number < 0
            ? null
            : new BrotliStream(new ChunkReader(_file, Contents.Sections[number].Offset, _cipher(), number), CompressionMode.Decompress);
    }

    public void Dispose() => _file.Dispose();
}
