using System.Text.Json;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>A Provenance that was sent beside reports.</summary>
public static class SubmittedProvenance
{
    /// <summary>What it says of where something comes from, in one spelling: <c>Type/id</c>, or the URN.</summary>
    public static IReadOnlyList<string> Targets(SubmittedResource provenance) =>
        provenance.Json.TryGetProperty("target", out var targets) && targets.ValueKind == JsonValueKind.Array
            ? [.. targets.EnumerateArray().Select(t => new SubmittedResource(t).Member("reference")).OfType<string>().Select(Reference.Key)]
            : [];

    /// <summary>The spelling in which a fullUrl is told as a target.</summary>
    public static string Key(string fullUrl) => Reference.Key(fullUrl);

    /// <summary>Equal for two that say the same.</summary>
    public static string Digest(SubmittedResource provenance) => SaidText.Of(provenance.Text).Digest;

    /// <summary>All that FHIR asks of one.</summary>
    public static IEnumerable<ReportFault> Faults(SubmittedEntry entry)
    {
        var json = entry.Resource!.Value.Json;
        if (Targets(entry.Resource.Value).Count == 0)
        {
            yield return new ReportFault("required", entry.Place + ".target", "A reference to a report of this submission was expected.");
        }

        if (entry.Resource.Value.Member("recorded") is not { } recorded || FhirDate.Parse(recorded) is null || recorded.Length < 20)
        {
            yield return new ReportFault("required", entry.Place + ".recorded", "A moment was expected.");
        }

        if (!json.TryGetProperty("agent", out var agents) || agents.ValueKind != JsonValueKind.Array || agents.GetArrayLength() == 0
            || agents.EnumerateArray().Any(a => a.ValueKind != JsonValueKind.Object || !a.TryGetProperty("who", out var who) || who.ValueKind != JsonValueKind.Object))
        {
            yield return new ReportFault("required", entry.Place + ".agent", "An agent was expected, each with who it is.");
        }
    }
}
