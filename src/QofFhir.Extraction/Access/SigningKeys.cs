using System.Text;
using System.Text.Json;

namespace QofFhir.Extraction.Access;

/// <summary>Our keys, oldest first: the last one signs, all are published, so that a server may still hold the one before.</summary>
/// <param name="sources">Each holds one key or several; in a file the last one is the newest.</param>
public sealed class SigningKeys(params IReadOnlyList<KeySource> sources)
{
    private readonly IReadOnlyList<KeySource> _sources = sources;

    /// <summary>All keys of several, each source once: what we publish when systems know us by different keys.</summary>
    public static SigningKeys Union(IEnumerable<SigningKeys> keys) => new([.. keys.SelectMany(k => k._sources).Distinct()]);

    /// <summary>The JSON Web Key Set that the servers fetch: public members only.</summary>
    /// <exception cref="ExtractionException">A source holds no usable key.</exception>
    public string PublicKeySet()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartArray("keys");
            foreach (var key in Read().DistinctBy(k => k.Id))
            {
                key.WritePublic(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The newest key whose algorithm the server takes.</summary>
    /// <param name="algorithms">Null: the server does not say.</param>
    internal SigningKey Newest(IReadOnlyCollection<string>? algorithms)
    {
        var keys = Read();
        return keys.LastOrDefault(k => algorithms?.Contains(k.Algorithm) ?? true)
            ?? throw new ExtractionException(
                $"keys: ours sign with {string.Join(" or ", keys.Select(k => k.Algorithm).Distinct())}, and the server takes neither of that");
    }

    private SigningKey[] Read() => [.. _sources.SelectMany(KeyText.Read)];
}
