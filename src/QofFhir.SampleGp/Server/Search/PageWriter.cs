using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Search;

/// <summary>Writes one page of a search as a searchset Bundle.</summary>
internal sealed class PageWriter(Library library)
{
    public ReadOnlyMemory<byte> Write(string baseUrl, RunningSearch search, long number, int from, SampleGpFaultPlan faults)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle"u8);
        json.WriteString("type"u8, "searchset"u8);
        json.WriteNumber("total"u8, search.Total);
        json.WriteStartArray("link"u8);
        Link(json, "self", Self(baseUrl, search.Request));
        if (Next(baseUrl, search, number, from, faults.WrongNext) is { } next)
        {
            Link(json, "next", next);
        }

        json.WriteEndArray();
        Entries(json, baseUrl, search, from, faults);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void Entries(Utf8JsonWriter json, string baseUrl, RunningSearch search, int from, SampleGpFaultPlan faults)
    {
        var entries = search.Page(from);
        if (faults.DuplicateAcrossPages && from > 0)
        {
            entries = entries.Prepend(search.Match(from - 1));
        }

        // FHIR knows no empty arrays: without an entry there is no element.
        var any = false;
        foreach (var entry in entries)
        {
            Begin(json, ref any);
            json.WriteStartObject();
            json.WriteString("fullUrl"u8, $"{baseUrl}/{search.Request.Type}/{entry.Id}");
            json.WritePropertyName("resource"u8);
            json.WriteRawValue(library.Read(entry), skipInputValidation: true);
            Mode(json, "match");
        }

        if (faults.OutcomeWarning)
        {
            Begin(json, ref any);
            json.WriteStartObject();
            json.WritePropertyName("resource"u8);
            Answers.WriteOutcome(json, "warning", "incomplete", ["Sample fault: some records may be missing."]);
            Mode(json, "outcome");
        }

        if (any)
        {
            json.WriteEndArray();
        }
    }

    private static void Begin(Utf8JsonWriter json, ref bool begun)
    {
        if (!begun)
        {
            json.WriteStartArray("entry"u8);
            begun = true;
        }
    }

    private static void Mode(Utf8JsonWriter json, string mode)
    {
        json.WriteStartObject("search"u8);
        json.WriteString("mode"u8, mode);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Self(string baseUrl, SearchRequest request)
    {
        var query = QueryText.Write(request.Understood);
        return query.Length == 0 ? $"{baseUrl}/{request.Type}" : $"{baseUrl}/{request.Type}?{query}";
    }

    private static string? Next(string baseUrl, RunningSearch search, long number, int from, WrongNext wrong)
    {
        var after = from + search.Request.Count;
        if (search.Request.Count == 0 || after >= search.Total)
        {
            return null;
        }

        var page = $"{baseUrl}/{search.Request.Type}?_page=";
        return wrong switch
        {
            WrongNext.Missing => null,
            WrongNext.SamePage => page + Continuations.Token(number, from),
            WrongNext.Gone => page + Continuations.Token(0, after),
            WrongNext.OtherHost => $"http://elsewhere.invalid/fhir/{search.Request.Type}?_page=" + Continuations.Token(number, after),
            _ => page + Continuations.Token(number, after),
        };
    }

    private static void Link(Utf8JsonWriter json, string relation, string url)
    {
        json.WriteStartObject();
        json.WriteString("relation"u8, relation);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }
}
