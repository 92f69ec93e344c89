using System.Text;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>The properties of a JSON object one after the other, each with its value as it stands in the text; nulls are passed over.</summary>
/// <remarks>Takes only text that a scanner has found to be JSON; of anything but an object it gives nothing.</remarks>
internal ref struct Properties
{
    private readonly ReadOnlySpan<byte> _text;
    private ReadOnlySpan<byte> _name;
    private Utf8JsonReader _json;

    public Properties(ReadOnlySpan<byte> json)
    {
        _text = json is [(byte)'{', ..] ? json : "{}"u8;
        _json = new Utf8JsonReader(_text);
        _json.Read();
    }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool Next()
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            _name = _json.ValueSpan;
            _json.Read();
            var start = (int)_json.TokenStartIndex;
            _json.Skip();
            if (_json.TokenType != JsonTokenType.Null)
            {
                Value = _text[start..(int)_json.BytesConsumed];
                return true;
            }
        }

        return false;
    }

    public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>The value of one property; empty when it is absent.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        var properties = new Properties(json);
        while (properties.Next())
        {
            if (properties.Is(name))
            {
                return properties.Value;
            }
        }

        return default;
    }

    /// <summary>The first property whose name begins with <paramref name="prefix"/>, as choice elements do.</summary>
    public static ReadOnlySpan<byte> FindPrefix(ReadOnlySpan<byte> json, ReadOnlySpan<byte> prefix, out string name)
    {
        var properties = new Properties(json);
        while (properties.Next())
        {
            if (properties._name.StartsWith(prefix))
            {
                name = Encoding.UTF8.GetString(properties._name);
                return properties.Value;
            }
        }

        name = "";
        return default;
    }
}
