using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QofFhir.Cli.Output;

/// <summary>Indented JSON for people and pipes; text stays as it is written, not escaped for web pages.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> content) =>
        output.Write(Encoding.UTF8.GetString(Bytes(content).Span));

    /// <summary>The same as UTF-8, with a line end after it.</summary>
    public static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            content(json);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
