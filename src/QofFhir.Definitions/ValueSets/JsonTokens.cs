using System.Text.Json;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Walks JSON objects and arrays; a value of another kind than asked for is told as a mistake and skipped.</summary>
internal ref struct JsonTokens
{
    private readonly string _file;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ICollection<DefinitionMistake> _mistakes;
    private Utf8JsonReader _json;

    public JsonTokens(string file, ReadOnlySpan<byte> bytes, ICollection<DefinitionMistake> mistakes)
    {
        _file = file;
        _bytes = bytes;
        _mistakes = mistakes;
        _json = new Utf8JsonReader(bytes);
    }

    /// <summary>Steps into the object that comes next.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject, "an object");

    /// <summary>Steps into the array that comes next.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray, "an array");

    /// <summary>Steps to the next property of the object; false at its end.</summary>
    public bool NextProperty() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps into the next object of the array; false at its end.</summary>
    public bool NextObject()
    {
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            Mistake("expected an object");
            _json.Skip();
        }

        return false;
    }

    /// <summary>Whether the property stood on, or the text just read, is this.</summary>
    public readonly bool Is(ReadOnlySpan<byte> text) => _json.ValueTextEquals(text);

    public readonly string? Property => _json.GetString();

    public void Skip() => _json.Skip();

    /// <param name="likely">Given back as it is when the text is the same.</param>
    public string? Text(string? likely = null)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
        {
            return likely is not null && _json.ValueTextEquals(likely) ? likely : _json.GetString();
        }

        Expected("a text");
        return null;
    }

    public int? WholeNumber()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out var number) && number >= 0)
        {
            return number;
        }

        Expected("a whole number");
        return null;
    }

    /// <summary>Finds what stands after the end of the document.</summary>
    public void End() => _json.Read();

    /// <summary>Where the token stood on begins; for a mistake found later.</summary>
    public readonly long Here => _json.TokenStartIndex;

    public readonly void Mistake(string text) => Mistake(Here, text);

    public readonly void Mistake(long at, string text)
    {
        var before = _bytes[..(int)at];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - before.LastIndexOf((byte)'\n');
        _mistakes.Add(new DefinitionMistake(_file, line, column, text));
    }

    private bool Enter(JsonTokenType start, string expected)
    {
        _json.Read();
        if (_json.TokenType == start)
        {
            return true;
        }

        Expected(expected);
        return false;
    }

    private void Expected(string what)
    {
        Mistake($"expected {what}");
        _json.Skip();
    }
}
