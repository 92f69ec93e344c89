using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>A body that was sent, read as JSON once. What it gives is read out of its memory: dispose of it last.</summary>
public sealed class SubmittedJson : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly JsonDocument _document;
    private readonly ReadOnlyMemory<byte> _text;

    private SubmittedJson(JsonDocument document, ReadOnlyMemory<byte> text) => (_document, _text) = (document, text);

    /// <summary>Said of what cannot be a FHIR resource.</summary>
    public static ReportFault Unreadable { get; } = new(
        "structure", null, "This is no JSON of FHIR: one object in UTF-8, at most 64 deep, no name twice in an object, nothing after it.");

    public SubmittedResource Root => new(_document.RootElement);

    /// <summary>Null when it is no JSON text of one object, in UTF-8, at most 64 deep, each name once in its object. A byte order mark is passed over.</summary>
    public static SubmittedJson? Read(ReadOnlyMemory<byte> json)
    {
        json = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (!Utf8.IsValid(json.Span))
        {
            return null;
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(json, Strict);
            Unescape(json.Span);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is the only way to learn of half a surrogate pair.
            document?.Dispose();
            return null;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return new SubmittedJson(document, json);
        }

        document.Dispose();
        return null;
    }

    /// <summary>The bytes of one of its values as they were sent. They stay when this is disposed of.</summary>
    internal ReadOnlyMemory<byte> Slice(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        _text.Span.Overlaps(raw, out var start);
        return _text.Slice(start, raw.Length);
    }

    public void Dispose() => _document.Dispose();

    /// <summary>Every text is whole, so that nothing below need look again.</summary>
    private static void Unescape(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var text = ArrayPool<byte>.Shared.Rent(json.Length);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                reader.CopyString(text);
            }
        }

        ArrayPool<byte>.Shared.Return(text);
    }
}
