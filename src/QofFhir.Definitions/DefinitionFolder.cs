using System.Buffers;
using System.Text;

namespace QofFhir.Definitions;

/// <summary>Reads the YAML files of a folder of definitions.</summary>
internal static class DefinitionFolder
{
    /// <summary>True for a path of a ruleset or framework file, as mistakes name it.</summary>
    public static bool Holds(string path) =>
        path.StartsWith("rulesets/", StringComparison.Ordinal) || path.StartsWith("frameworks/", StringComparison.Ordinal);

    /// <param name="needed">False for a folder that may be missing.</param>
    public static IReadOnlyList<DefinitionFile> Read(string root, string folder, MistakeList mistakes, bool needed = true)
    {
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
        {
            if (needed)
            {
                mistakes.Add(new Place(folder, 1, 1), "there is no such folder beside the program");
            }

            return [];
        }

        return [.. Directory.EnumerateFiles(path, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(f => ReadFile(f, $"{folder}/{Path.GetFileName(f)}", mistakes))];
    }

    private static DefinitionFile ReadFile(string path, string name, MistakeList mistakes)
    {
        return Read(name, File.ReadAllBytes(path), mistakes);
    }

    /// <param name="name">As mistakes name the file.</param>
    public static DefinitionFile Read(string name, ReadOnlySpan<byte> bytes, MistakeList mistakes)
    {
        if (FirstInvalid(bytes) is { } wrong)
        {
            var before = bytes[..wrong];
            var line = before.Count((byte)'\n') + 1;
            mistakes.Add(new Place(name, line, before.Length - before.LastIndexOf((byte)'\n')), "this is no UTF-8");
        }

        return new DefinitionFile(name, Encoding.UTF8.GetString(bytes));
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return null;
    }
}
