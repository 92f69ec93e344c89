using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Service.Cds;

/// <summary>What is being ordered while the hook is called: nobody needs to be asked for it.</summary>
internal static class DraftMedicines
{
    /// <returns>Ids of the care that the drafts give; of order-select only what was just chosen.</returns>
    public static IReadOnlySet<string> CareOf(PatientAtHand at, Framework framework)
    {
        var drafts = at.Drafts.Where(d => at.Selections.Count == 0 || (d.Key is { } key && at.Selections.Contains(key)));
        var codes = drafts.SelectMany(Codes).ToHashSet(StringComparer.Ordinal);
        var clusters = framework.Plan.Clusters.Where(c => c.Codes.Overlaps(codes)).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return codes.Count == 0 ? new HashSet<string>() : framework.Care.Where(c => c.Clusters.Any(clusters.Contains)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Codes(HookResource draft)
    {
        using var json = JsonDocument.Parse(draft.Json);
        if (draft.Type != "MedicationRequest" || !json.RootElement.TryGetProperty("medicationCodeableConcept", out var concept)
            || concept.ValueKind != JsonValueKind.Object || !concept.TryGetProperty("coding", out var codings) || codings.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. codings.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object).Select(c => (System: Text(c, "system"), Code: Text(c, "code")))
            .Where(c => c.Code is not null).Select(c => CodeKey.Of(c.System, c.Code!))];
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
