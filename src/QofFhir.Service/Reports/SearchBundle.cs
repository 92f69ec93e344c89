using System.Buffers;
using System.Text.Json;

namespace QofFhir.Service.Reports;

/// <summary>A page of a search as a FHIR searchset Bundle.</summary>
internal static class SearchBundle
{
    /// <param name="address">Of the searched type, without query.</param>
    /// <param name="taken">The parameters heeded, for the self link.</param>
    /// <param name="nextOffset">Null on the last page.</param>
    /// <param name="beside">What comes along and is no match: its mode, its address where it has one, and itself.</param>
    public static void Write(
        IBufferWriter<byte> output, string address, IReadOnlyList<KeyValuePair<string, string>> taken, int total, int? nextOffset,
        IReadOnlyList<(string Id, string Body)> matches, IReadOnlyList<(string Mode, string? Url, string Body)>? beside = null)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "searchset");
        json.WriteNumber("total", total);
        json.WriteStartArray("link");
        Link(json, "self", address, taken);
        if (nextOffset is { } offset)
        {
            Link(json, "next", address, [.. taken.Where(p => p.Key != "_offset"), new("_offset", $"{offset}")]);
        }

        json.WriteEndArray();
        if (matches.Count > 0 || beside is { Count: > 0 })
        {
            json.WriteStartArray("entry");
            foreach (var (id, body) in matches)
            {
                Entry(json, "match", $"{address}/{id}", body);
            }

            foreach (var (mode, url, body) in beside ?? [])
            {
                Entry(json, mode, url, body);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, string mode, string? url, string body)
    {
        json.WriteStartObject();
        if (url is not null)
        {
            json.WriteString("fullUrl", url);
        }

        json.WritePropertyName("resource");
        json.WriteRawValue(body);
        json.WriteStartObject("search");
        json.WriteString("mode", mode);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, string relation, string address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var query = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        json.WriteStartObject();
        json.WriteString("relation", relation);
        json.WriteString("url", query.Length == 0 ? address : $"{address}?{query}");
        json.WriteEndObject();
    }
}
