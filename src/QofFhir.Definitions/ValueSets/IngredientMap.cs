using System.Text.Json;
using QofFhir.Core.Records;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A ConceptMap from products to the ingredient that they count as, for rules that count substances.</summary>
/// <param name="Cluster">The cluster that it is made for: the last part of its source value set.</param>
internal sealed record IngredientMap(string File, string Cluster, IReadOnlyDictionary<string, string> Ingredients)
{
    /// <summary>Subfolder with the maps; it need not be there.</summary>
    public const string Folder = "maps";

    public static IEnumerable<IngredientMap> Read(string folder, ICollection<DefinitionMistake> mistakes) =>
        StagedFolder.Files(folder, Folder).Select(file => ReadFile(file, mistakes)).OfType<IngredientMap>();

    private static IngredientMap? ReadFile(string file, ICollection<DefinitionMistake> mistakes)
    {
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            var root = document.RootElement;
            var source = Text(root, "sourceCanonical") ?? Text(root, "sourceUri");
            if (Text(root, "resourceType") == "ConceptMap" && source is not null)
            {
                return new IngredientMap(file, source.Split('|')[0].Split('/')[^1], Pairs(root));
            }

            mistakes.Add(new DefinitionMistake(file, 1, 1, "expected a ConceptMap whose sourceCanonical is the value set of a cluster"));
        }
        catch (JsonException broken)
        {
            mistakes.Add(new DefinitionMistake(
                file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, "not JSON: " + broken.Message.Split(" LineNumber")[0]));
        }

        return null;
    }

    private static Dictionary<string, string> Pairs(JsonElement map)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in Elements(map, "group"))
        {
            foreach (var element in Elements(group, "element"))
            {
                var target = Elements(element, "target").Select(t => Text(t, "code")).FirstOrDefault(c => c is not null);
                if (Text(element, "code") is { } code && target is not null)
                {
                    pairs[CodeKey.Of(Text(group, "source"), code)] = CodeKey.Of(Text(group, "target"), target);
                }
            }
        }

        return pairs;
    }

    private static IEnumerable<JsonElement> Elements(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
