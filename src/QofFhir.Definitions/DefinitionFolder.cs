using System.Text;

namespace QofFhir.Definitions;

/// <summary>Reads the YAML files of a folder of definitions.</summary>
internal static class DefinitionFolder
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>True for a path of a ruleset or framework file, as mistakes name it.</summary>
    public static bool Holds(string path) =>
        path.StartsWith("rulesets/", StringComparison.Ordinal) || path.StartsWith("frameworks/", StringComparison.Ordinal);

    public static IReadOnlyList<DefinitionFile> Read(string root, string folder, MistakeList mistakes)
    {
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
        {
            mistakes.Add(new Place(folder, 1, 1), "there is no such folder beside the program");
            return [];
        }

        return [.. Directory.EnumerateFiles(path, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(f => ReadFile(f, $"{folder}/{Path.GetFileName(f)}", mistakes))];
    }

    private static DefinitionFile ReadFile(string path, string name, MistakeList mistakes)
    {
        var bytes = File.ReadAllBytes(path);
        var text = Encoding.UTF8.GetString(bytes);
        try
        {
            Strict.GetCharCount(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var before = bytes.AsSpan(0, Math.Max(0, broken.Index));
            var line = before.Count((byte)'\n') + 1;
            mistakes.Add(new Place(name, line, before.Length - before.LastIndexOf((byte)'\n')), "this is no UTF-8");
        }

        return new DefinitionFile(name, text);
    }
}
