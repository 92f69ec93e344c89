using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>What a statement rests on, as JSON that is kept: read again, in whatever year, it gives the same statement to the penny.</summary>
public static class StatementJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",

        // Read by people; it is never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write(StatementInputs inputs) => JsonSerializer.Serialize(inputs, Options);

    /// <summary>The same text in UTF-8.</summary>
    public static void Write(Stream output, StatementInputs inputs) => JsonSerializer.Serialize(output, inputs, Options);

    /// <exception cref="JsonException">It is no such JSON; the message says where.</exception>
    public static StatementInputs Read(string json) =>
        JsonSerializer.Deserialize<StatementInputs>(json, Options) ?? throw new JsonException("an object was expected, not null");
}
