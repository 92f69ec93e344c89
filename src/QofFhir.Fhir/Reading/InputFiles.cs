namespace QofFhir.Fhir.Reading;

/// <summary>Finds the files of an input.</summary>
public static class InputFiles
{
    private const string Expected = "expected *.json, *.ndjson or *.jsonl, each also with .gz";

    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz", ".jsonl.gz"];

    /// <summary>Files as given, and the FHIR files of folders at any depth in ordinal order of their paths; each file once.</summary>
    /// <exception cref="FileNotFoundException">A path does not exist, or a folder holds no such file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            found.AddRange(Under(path).Where(file => seen.Add(Path.GetFullPath(file))));
        }

        return found;
    }

    private static string[] Under(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"No file or folder '{path}'; {Expected}, or a folder of them.", path);
        }

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return files.Length > 0
            ? files
            : throw new FileNotFoundException($"The folder '{path}' holds no FHIR files; {Expected}.", path);
    }
}
