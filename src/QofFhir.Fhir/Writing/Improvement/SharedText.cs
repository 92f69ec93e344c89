using System.Net;
using System.Text.Json;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Networks;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>The only way of a practice's own words into a resource: what is not shared has none.</summary>
internal static class SharedText
{
    public static ILookup<string, SharedLearning> Of(ImprovementPlan plan) => SharedLearning.Of(plan).ToLookup(t => t.Entry, StringComparer.Ordinal);

    /// <summary>An array of annotations; nothing where there is nothing to say.</summary>
    public static void Annotations(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in all)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Narrative(Utf8JsonWriter json, string text)
    {
        // XHTML takes no control characters but these.
        var clean = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
        json.WriteStartObject("text");
        json.WriteString("status", "additional");
        json.WriteString("div", $"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{WebUtility.HtmlEncode(clean)}</p></div>");
        json.WriteEndObject();
    }
}
