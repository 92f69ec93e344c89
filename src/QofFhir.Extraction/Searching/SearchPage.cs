using System.Text.Json;

namespace QofFhir.Extraction.Searching;

/// <summary>A page of a search, taken apart at token level: its links, and where each resource stands in the bytes.</summary>
internal sealed class SearchPage
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };
    private string? _type;

    private SearchPage()
    {
    }

    public string? Self { get; private set; }

    public string? Next { get; private set; }

    /// <summary>Matches on all pages, as the server counts them; null where it does not say.</summary>
    public int? Total { get; private set; }

    public List<SearchEntry> Entries { get; } = [];

    /// <exception cref="JsonException">Broken JSON, or no Bundle.</exception>
    public static SearchPage Read(ReadOnlyMemory<byte> json)
    {
        var page = new SearchPage();
        var reader = new Utf8JsonReader(json.Span, Deep);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not an object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            page.Property(ref reader, json);
        }

        // The reader sees anything after the closing brace, and a missing one, as broken.
        while (reader.Read())
        {
        }

        return page._type == "Bundle" ? page : throw new JsonException("not a Bundle");
    }

    private void Property(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        if (reader.ValueTextEquals("resourceType"u8))
        {
            _type = StringValue(ref reader);
        }
        else if (reader.ValueTextEquals("total"u8))
        {
            reader.Read();
            Total = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var total) ? total : null;
            reader.Skip();
        }
        else if (reader.ValueTextEquals("link"u8))
        {
            EachObject(ref reader, json, Link);
        }
        else if (reader.ValueTextEquals("entry"u8))
        {
            EachObject(ref reader, json, Entry);
        }
        else
        {
            SkipValue(ref reader);
        }
    }

    private delegate void ObjectReader(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json);

    private static void EachObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, ObjectReader read)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("not an array");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            read(ref reader, json);
        }

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("not an array of objects");
        }
    }

    private void Link(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        string? relation = null, url = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("relation"u8))
            {
                relation = StringValue(ref reader);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                url = StringValue(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        Self = relation == "self" ? url : Self;
        Next = relation == "next" ? url : Next;
    }

    private void Entry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        string? mode = null;
        var resource = ReadOnlyMemory<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resource"u8))
            {
                resource = Slice(ref reader, json);
            }
            else if (reader.ValueTextEquals("search"u8))
            {
                mode = Mode(Slice(ref reader, json));
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        if (!resource.IsEmpty)
        {
            var (type, id) = Names(resource);
            Entries.Add(new SearchEntry(type, id, mode, resource));
        }
    }

    private static string? Mode(ReadOnlyMemory<byte> search)
    {
        string? mode = null;
        var reader = new Utf8JsonReader(search.Span, Deep);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("mode"u8))
            {
                mode = StringValue(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        return mode;
    }

    private static (string? Type, string? Id) Names(ReadOnlyMemory<byte> resource)
    {
        string? type = null, id = null;
        var reader = new Utf8JsonReader(resource.Span, Deep);
        reader.Read();
        while ((type is null || id is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceType"u8))
            {
                type = StringValue(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = StringValue(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        return (type, id);
    }

    private static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not an object");
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    /// <summary>Null for a value that is no string, or none that text can hold.</summary>
    private static string? StringValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
