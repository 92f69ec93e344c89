using System.Text.Json;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>The resources in a Bundle or in the Parameters of <c>$submit-data</c>.</summary>
public static class SubmittedEntries
{
    /// <summary>What a submission may hold: reports, where they come from, who sends them. All else is about patients.</summary>
    private static readonly string[] Types = ["MeasureReport", "Provenance", "Organization"];

    /// <summary>The entries of a Bundle, whatever its type.</summary>
    public static IReadOnlyList<SubmittedEntry> OfBundle(SubmittedResource bundle) => [.. InBundle(bundle.Json, "Bundle")];

    /// <summary>measureReport, resource and, in DEQM's later shape, bundle; all other parameters are passed over, unless they are about patients.</summary>
    public static IReadOnlyList<SubmittedEntry> OfParameters(SubmittedResource parameters)
    {
        var entries = new List<SubmittedEntry>();
        var at = 0;
        foreach (var parameter in Items(parameters.Json, "parameter"))
        {
            var place = $"Parameters.parameter[{at++}].resource";
            var name = new SubmittedResource(parameter).Member("name");
            if ((name is not ("measureReport" or "resource" or "bundle") || new SubmittedResource(parameter).Has("part")) && new SubmittedResource(parameter).HoldsPatients)
            {
                entries.Add(new SubmittedEntry(place, new SubmittedResource(parameter)));
                continue;
            }

            switch (name)
            {
                case "measureReport" or "resource":
                    entries.Add(new SubmittedEntry(place, Resource(parameter)));
                    break;
                case "bundle" when Resource(parameter) is { } bundle:
                    entries.AddRange(InBundle(bundle.Json, place));
                    break;
            }
        }

        return entries;
    }

    /// <summary>Refused first and alone: what is about patients, or could be.</summary>
    public static ReportFault? Refusal(IEnumerable<SubmittedEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Resource is { } resource && resource.Type != "MeasureReport" && ((resource.Type is { } type && !Types.Contains(type)) || resource.HoldsPatients))
            {
                return PatientContent.At(entry.Place);
            }
        }

        return null;
    }

    private static IEnumerable<SubmittedEntry> InBundle(JsonElement bundle, string place)
    {
        var at = 0;
        foreach (var entry in Items(bundle, "entry"))
        {
            var request = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("request", out var asked) ? new SubmittedResource(asked) : default;
            yield return new SubmittedEntry(
                $"{place}.entry[{at++}].resource", Resource(entry), new SubmittedResource(entry).Member("fullUrl"), request.Member("method"), request.Member("url"), request.Member("ifMatch"));
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default;

    private static SubmittedResource? Resource(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out var resource) && resource.ValueKind == JsonValueKind.Object
            ? new SubmittedResource(resource) : null;
}
