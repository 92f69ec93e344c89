using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QofFhir.Definitions.Publishing;

/// <summary>The ELM that the official translator made of our CQL libraries, kept beside the program so that publishing needs no translator.</summary>
/// <param name="folder">Holds a gzip file for each library, named by its id; it need not exist.</param>
public sealed class ElmStore(string folder)
{
    /// <summary>The ELM of our own definitions, beside them.</summary>
    public static ElmStore Default { get; } = new(Path.Combine(DefinitionLibrary.DefaultRoot, "profiles", "elm"));

    /// <summary>The library as ELM in JSON; null when the store has none that was made from this very text.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReadOnlyMemory<byte>? Find(CqlLibrary library)
    {
        var path = Path.Combine(folder, FileName(library));
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var stored = JsonDocument.Parse(unpacked);
        return stored.RootElement.GetProperty("cqlSha256").GetString() == Sha256(library.Text)
            ? new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(stored.RootElement.GetProperty("elm").GetRawText()))
            : null;
    }

    internal static string FileName(CqlLibrary library) => library.Id + ".json.gz";

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
