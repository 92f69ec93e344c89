using System.Text.Json;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>The items of a JSON array one after the other, each as it stands in the text; of anything but an array it gives nothing.</summary>
internal ref struct Items
{
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _json;

    public Items(ReadOnlySpan<byte> json)
    {
        _text = json is [(byte)'[', ..] ? json : "[]"u8;
        _json = new Utf8JsonReader(_text);
        _json.Read();
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly Items GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_json.Read() || _json.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        Current = _text[start..(int)_json.BytesConsumed];
        return true;
    }
}
