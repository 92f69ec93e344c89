using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QofFhir.Fhir.Writing;

/// <summary>The shapes that all our resources are made of.</summary>
internal static class FhirJson
{
    // Relaxed: titles stay readable in files. Safe because the bytes are only ever sent as application/fhir+json.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Utf8JsonWriter To(IBufferWriter<byte> output) => new(output, Options);

    public static void Coding(this Utf8JsonWriter json, string system, string code, string? display = null)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        if (display is not null)
        {
            json.WriteString("display", display);
        }

        json.WriteEndObject();
    }

    /// <summary>A CodeableConcept with one coding.</summary>
    public static void Concept(
        this Utf8JsonWriter json, string name, string system, string code, string? display = null, string? text = null)
    {
        json.WritePropertyName(name);
        json.ConceptValue(system, code, display, text);
    }

    /// <summary>The same as an entry of an array.</summary>
    public static void ConceptValue(
        this Utf8JsonWriter json, string system, string code, string? display = null, string? text = null)
    {
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.Coding(system, code, display);
        json.WriteEndArray();
        if (text is not null)
        {
            json.WriteString("text", text);
        }

        json.WriteEndObject();
    }

    public static void StartExtension(this Utf8JsonWriter json, string url)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
    }

    public static void StartComplexExtension(this Utf8JsonWriter json, string url)
    {
        json.StartExtension(url);
        json.WriteStartArray("extension");
    }

    public static void EndComplexExtension(this Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void StringExtension(this Utf8JsonWriter json, string url, string? value) => json.Text(url, "valueString", value);

    public static void CodeExtension(this Utf8JsonWriter json, string url, string? value) => json.Text(url, "valueCode", value);

    public static void DateExtension(this Utf8JsonWriter json, string url, DateOnly? value) =>
        json.Text(url, "valueDate", value is { } day ? Day(day) : null);

    /// <summary>A date without its day.</summary>
    public static void MonthExtension(this Utf8JsonWriter json, string url, DateOnly? value) =>
        json.Text(url, "valueDate", value?.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    public static void IntegerExtension(this Utf8JsonWriter json, string url, int value)
    {
        json.StartExtension(url);
        json.WriteNumber("valueInteger", value);
        json.WriteEndObject();
    }

    public static void BooleanExtension(this Utf8JsonWriter json, string url, bool value)
    {
        json.StartExtension(url);
        json.WriteBoolean("valueBoolean", value);
        json.WriteEndObject();
    }

    public static void DecimalExtension(this Utf8JsonWriter json, string url, decimal? value)
    {
        if (value is not { } number)
        {
            return;
        }

        json.StartExtension(url);
        json.WriteNumber("valueDecimal", Plain(number));
        json.WriteEndObject();
    }

    /// <summary>The array with one extension that says how this element is called in the measure.</summary>
    public static void LinkId(this Utf8JsonWriter json, string url, string id)
    {
        json.WriteStartArray("extension");
        json.StringExtension(url, id);
        json.WriteEndArray();
    }

    public static void Period(this Utf8JsonWriter json, string name, DateOnly start, DateOnly end)
    {
        json.WriteStartObject(name);
        json.WriteString("start", Day(start));
        json.WriteString("end", Day(end));
        json.WriteEndObject();
    }

    /// <summary>An entry of an array of identifiers.</summary>
    public static void Identifier(this Utf8JsonWriter json, string system, string value)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    public static void Reference(this Utf8JsonWriter json, string name, string reference)
    {
        json.WriteStartObject(name);
        json.WriteString("reference", reference);
        json.WriteEndObject();
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The moment in UTC to the second: the same moment gives the same text wherever it was told.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same number without trailing zeros, so that 17 and 17.00 give the same bytes.</summary>
    public static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static void Text(this Utf8JsonWriter json, string url, string valueName, string? value)
    {
        if (value is null)
        {
            return;
        }

        json.StartExtension(url);
        json.WriteString(valueName, value);
        json.WriteEndObject();
    }
}
