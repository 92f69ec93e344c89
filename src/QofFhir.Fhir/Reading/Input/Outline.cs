using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Input;

/// <summary>Where the properties of one JSON object lie in the window, noted while the tokens pass by: elements can then be asked for in any order.</summary>
internal sealed class Outline
{
    private readonly List<Property> _properties = [];
    private (int Start, int Length) _name;
    private int _valueStart;

    public void Clear()
    {
        _properties.Clear();
        _name = default;
    }

    /// <summary>Takes a token that stands directly in the object.</summary>
    /// <param name="offset">Place in the window at which the reader's own span begins.</param>
    public void See(ref Utf8JsonReader json, int offset)
    {
        var start = offset + (int)json.TokenStartIndex;
        var end = offset + (int)json.BytesConsumed;
        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = (start + 1, json.ValueSpan.Length);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _valueStart = start;
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Add(_valueStart, end);
                break;
            case JsonTokenType.Null:
                break;
            default:
                Add(start, end);
                break;
        }
    }

    /// <summary>The property's value as it stands in the JSON; empty when it is absent or null.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> window, ReadOnlySpan<byte> name) =>
        window[Locate(window, name)];

    /// <summary>Whether it says that it is a Bundle, or has what only a Bundle has.</summary>
    public bool MayBeBundle(ReadOnlySpan<byte> window)
    {
        foreach (ref readonly var p in CollectionsMarshal.AsSpan(_properties))
        {
            var name = window.Slice(p.NameStart, p.NameLength);
            if (name.SequenceEqual("entry"u8) || (name.SequenceEqual("resourceType"u8) && window.Slice(p.Start, p.Length).SequenceEqual("\"Bundle\""u8)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the property's value lies in the window; an empty range when it is absent or null.</summary>
    public Range Locate(ReadOnlySpan<byte> window, ReadOnlySpan<byte> name)
    {
        foreach (ref readonly var p in CollectionsMarshal.AsSpan(_properties))
        {
            if (p.NameLength == name.Length && window.Slice(p.NameStart, p.NameLength).SequenceEqual(name))
            {
                return p.Start..(p.Start + p.Length);
            }
        }

        return 0..0;
    }

    /// <summary>The first property whose name begins with <paramref name="prefix"/>.</summary>
    public ReadOnlySpan<byte> FindPrefix(ReadOnlySpan<byte> window, ReadOnlySpan<byte> prefix, out string name)
    {
        foreach (ref readonly var p in CollectionsMarshal.AsSpan(_properties))
        {
            var whole = window.Slice(p.NameStart, p.NameLength);
            if (whole.StartsWith(prefix))
            {
                name = Encoding.UTF8.GetString(whole);
                return window.Slice(p.Start, p.Length);
            }
        }

        name = "";
        return default;
    }

    /// <summary>Takes a property that is not null, by its places in the window.</summary>
    public void Add(int name, int nameLength, int start, int length) => _properties.Add(new Property(name, nameLength, start, length));

    private void Add(int start, int end) => _properties.Add(new Property(_name.Start, _name.Length, start, end - start));

    private readonly record struct Property(int NameStart, int NameLength, int Start, int Length);
}
