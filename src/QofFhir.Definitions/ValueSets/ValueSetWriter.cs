using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Writes a value set file: the same content gives the same bytes, one code a line so that a new release reads as a diff.</summary>
internal static partial class ValueSetWriter
{
    // The day of the release that the published sizes are from: it stands in for a list whose version names no day.
    private const string ReferenceDay = "20240531";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IBufferWriter<byte> output, ValueSetContent content)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteHead(json, content);
            WriteCompose(json, content);
            WriteExpansion(json, content);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    public static string Id(ValueSetContent content) => content.Name.Replace('_', '-');

    /// <summary>A version as it stands in identifiers and behind the bar of a canonical, where no space may stand.</summary>
    public static string VersionInIdentifiers(string version) =>
        version.Length > 0 ? NotInAnIdentifier().Replace(version, "-").Trim('-') : "none";

    /// <summary>The day in a version such as <c>20250912</c> or <c>UK drug extension 37.1.0 (20231025)</c>; null when it names none.</summary>
    public static DateOnly? DayOf(string version) =>
        Day().Match(version) is { Success: true } day
        && DateOnly.TryParseExact(day.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? on : null;

    private static void WriteHead(Utf8JsonWriter json, ValueSetContent content)
    {
        json.WriteString("resourceType", "ValueSet");
        json.WriteString("id", Id(content));
        if (content.Sample)
        {
            WriteSampleTag(json);
        }

        json.WriteStartArray("extension");
        Extension(json, ValueSetTerms.ClusterClass, "valueCode", content.Class);
        Extension(json, ValueSetTerms.Completeness, "valueCode", content.Completeness);
        if (content.PublishedSize is { } size)
        {
            json.WriteStartObject();
            json.WriteString("url", ValueSetTerms.PublishedSize);
            json.WriteNumber("valueUnsignedInt", size);
            json.WriteEndObject();
        }

        Extension(json, ValueSetTerms.Certainty, "valueCode", content.Certainty);
        Extension(json, ValueSetTerms.Provenance, "valueString", content.Provenance);
        json.WriteEndArray();
        json.WriteString("url", ValueSetTerms.ValueSet + content.Name);
        if (content.Version.Length > 0)
        {
            json.WriteString("version", content.Version);
        }

        json.WriteString("name", content.Name);
        json.WriteString("title", content.Title ?? content.Name);
        json.WriteString("status", "active");
        if (content.Sample)
        {
            json.WriteBoolean("experimental", true);
        }

        json.WriteString("publisher", content.Ours ? "QofFhir" : ValueSetTerms.Publisher);
        if (content.RefsetId is null)
        {
            json.WriteString("description", "No reference set identity is known for this value set, so it has no definition, only the codes held.");
        }

        var hasLoinc = content.Codes.Any(c => c.System == ValueSetTerms.Loinc);
        json.WriteString("copyright", ValueSetTerms.SnomedCopyright + (hasLoinc ? ValueSetTerms.LoincCopyright : ""));
    }

    private static void WriteSampleTag(Utf8JsonWriter json)
    {
        json.WriteStartObject("meta");
        json.WriteStartArray("tag");
        json.WriteStartObject();
        json.WriteString("system", ValueSetTerms.TagSystem);
        json.WriteString("code", ValueSetTerms.SampleTag);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Extension(Utf8JsonWriter json, string url, string type, object? value)
    {
        if (value is not null)
        {
            json.WriteStartObject();
            json.WriteString("url", url);
            json.WriteString(type, value is Enum ? value.ToString()!.ToLowerInvariant() : (string)value);
            json.WriteEndObject();
        }
    }

    private static void WriteCompose(Utf8JsonWriter json, ValueSetContent content)
    {
        if (content.RefsetId is null)
        {
            return;
        }

        json.WriteStartObject("compose");
        json.WriteStartArray("include");
        json.WriteStartObject();
        json.WriteString("system", ValueSetTerms.Snomed);
        json.WriteStartArray("filter");
        json.WriteStartObject();
        json.WriteString("property", "constraint");
        json.WriteString("op", "=");
        json.WriteString("value", "^ " + content.RefsetId);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExpansion(Utf8JsonWriter json, ValueSetContent content)
    {
        var version = VersionInIdentifiers(content.Version);
        var day = DayOf(content.Version) ?? DayOf(ReferenceDay)!.Value;
        json.WriteStartObject("expansion");
        json.WriteString("identifier", $"{ValueSetTerms.ValueSet}{content.Name}/expansion/{version}");
        json.WriteString("timestamp", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("total", content.Codes.Count);
        if (content.Codes.Count > 0)
        {
            json.WriteStartArray("contains");
            foreach (var code in content.Codes)
            {
                // A raw value is written as it stands: the line break in front of it is ours.
                json.WriteRawValue("\n      " + Line(code));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Line(ListedCode code)
    {
        var addition = code.Addition is null
            ? ""
            : $"\"extension\": [{{ \"url\": \"{ValueSetTerms.Addition}\", \"valueString\": {Quoted(code.Addition)} }}], ";
        var display = code.Display is null ? "" : $", \"display\": {Quoted(code.Display)}";
        return $"{{ {addition}\"system\": {Quoted(code.System)}, \"code\": {Quoted(code.Code)}{display} }}";
    }

    private static string Quoted(string text) => '"' + JsonEncodedText.Encode(text, Options.Encoder).ToString() + '"';

    [GeneratedRegex(@"(?<!\d)20\d{6}(?!\d)")]
    private static partial Regex Day();

    [GeneratedRegex("[^A-Za-z0-9.-]+")]
    private static partial Regex NotInAnIdentifier();
}
