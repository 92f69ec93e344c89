using System.Text;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>Text values out of JSON that was checked to be UTF-8.</summary>
internal static class JsonText
{
    /// <summary>The text of a JSON string; null when it is absent, no string, or no whole text (half a surrogate pair).</summary>
    public static string? Of(ReadOnlySpan<byte> json)
    {
        if (json is not [(byte)'"', .. var inner, (byte)'"'])
        {
            return null;
        }

        return inner.Contains((byte)'\\') ? Unescape(json) : Encoding.UTF8.GetString(inner);
    }

    /// <summary>True for a JSON string that stands for itself: no escapes, and not empty.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> json) => json is [(byte)'"', _, .., (byte)'"'] && !json.Contains((byte)'\\');

    public static bool Is(ReadOnlySpan<byte> json, ReadOnlySpan<byte> text) =>
        json is [(byte)'"', .. var inner, (byte)'"'] && inner.SequenceEqual(text);

    private static string? Unescape(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // The only way to learn of half a surrogate pair.
            return null;
        }
    }
}
