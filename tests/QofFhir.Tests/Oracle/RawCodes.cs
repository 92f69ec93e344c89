using System.Text.Json;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Oracle;

/// <summary>Codes of the value set files, read plainly: which clusters, by short name, hold a coding.</summary>
internal sealed class RawCodes
{
    private readonly Dictionary<(string System, string Code), HashSet<string>> _clusters = [];

    public RawCodes(bool sample)
    {
        string[] folders = sample ? ["valuesets", "valuesets/parts", "samples/valuesets"] : ["valuesets", "valuesets/parts"];
        foreach (var file in folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.json")))
        {
            using var valueSet = JsonDocument.Parse(File.ReadAllBytes(file));
            if (!valueSet.RootElement.TryGetProperty("expansion", out var expansion) || !expansion.TryGetProperty("contains", out var contains))
            {
                continue;
            }

            var name = valueSet.RootElement.GetProperty("name").GetString()!.Replace("_COD", "", StringComparison.Ordinal);
            foreach (var code in contains.EnumerateArray())
            {
                var key = (code.GetProperty("system").GetString()!, code.GetProperty("code").GetString()!);
                (_clusters.TryGetValue(key, out var names) ? names : _clusters[key] = []).Add(name);
            }
        }
    }

    /// <summary>The clusters of all codings of a CodeableConcept.</summary>
    public HashSet<string> Of(JsonElement concept) => !concept.TryGetProperty("coding", out var codings) ? []
        : [.. codings.EnumerateArray().SelectMany(c => _clusters.GetValueOrDefault((Text(c, "system"), Text(c, "code")), []))];

    private static string Text(JsonElement coding, string name) => coding.TryGetProperty(name, out var text) ? text.GetString()! : "";
}
