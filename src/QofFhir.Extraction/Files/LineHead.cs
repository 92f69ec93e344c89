using System.Security.Cryptography;
using System.Text.Json;

namespace QofFhir.Extraction.Files;

/// <summary>The type and id of a resource, read no further than to where they stand; both are empty where the line holds no resource.</summary>
internal readonly ref struct LineHead
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    private LineHead(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        Type = type;
        Id = id;
    }

    public ReadOnlySpan<byte> Type { get; }

    public ReadOnlySpan<byte> Id { get; }

    public static LineHead Read(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> type = default, id = default;
        var reader = new Utf8JsonReader(line, Deep);
        try
        {
            reader.Read();
            while ((type.IsEmpty || id.IsEmpty) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isType, isId) = (reader.ValueTextEquals("resourceType"u8), reader.ValueTextEquals("id"u8));
                reader.Read();
                if ((isType || isId) && reader.TokenType == JsonTokenType.String)
                {
                    type = isType ? reader.ValueSpan : type;
                    id = isId ? reader.ValueSpan : id;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What reads the file later says what is wrong with the line; here it is enough that it is none to tell apart.
        }

        return type.IsEmpty ? default : new LineHead(type, id);
    }

    /// <summary>False when the line breaks off.</summary>
    public static bool Ends(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, Deep);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Same id, same identity; a line without id is its own.</summary>
    public UInt128 Identity(ReadOnlySpan<byte> line) => IdentityOf(Id.IsEmpty ? line : Id);

    /// <summary>The identity of what bears this id.</summary>
    public static UInt128 IdentityOf(ReadOnlySpan<byte> id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return BitConverter.ToUInt128(hash);
    }
}
