namespace QofFhir.Fhir.Reading;

/// <summary>Finds the files of an input.</summary>
public static class InputFiles
{
    private const string Expected = "expected *.json, *.ndjson or *.jsonl, each also with .gz";

    /// <summary>What an extraction tells of itself, beside the files that it wrote: no input.</summary>
    public const string ExtractionRecord = "extraction.json";

    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz", ".jsonl.gz"];

    /// <summary>Files as given, and the FHIR files of folders at any depth in ordinal order of their paths; each file once, whatever links lead to it.</summary>
    /// <exception cref="FileNotFoundException">A path does not exist, or a folder holds no such file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            found.AddRange(Under(path).Where(file => seen.Add(file.Real)).Select(file => file.Path));
        }

        return found;
    }

    private static (string Path, string Real)[] Under(string path)
    {
        if (File.Exists(path))
        {
            return IsInput(path) ? [(path, Real(new FileInfo(path), Path.GetFullPath(path)))] : [];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"No file or folder '{path}'; {Expected}, or a folder of them.", path);
        }

        var files = Below(path, Real(new DirectoryInfo(path), Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), [])
            .Where(file => IsInput(file.Path) && Endings.Any(e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();
        return files.Length > 0
            ? files
            : throw new FileNotFoundException($"The folder '{path}' holds no FHIR files; {Expected}.", path);
    }

    /// <param name="real">Where the folder lies when no link is followed.</param>
    /// <param name="met">Folders gone through, since links may lead back to one.</param>
    private static IEnumerable<(string Path, string Real)> Below(string folder, string real, HashSet<string> met)
    {
        if (!met.Add(real))
        {
            return [];
        }

        var files = Directory.EnumerateFiles(folder).Select(f => (f, Real(new FileInfo(f), In(real, f))));
        return files.Concat(Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .SelectMany(inner => Below(inner, Real(new DirectoryInfo(inner), In(real, inner)), met)));
    }

    private static bool IsInput(string path) => Path.GetFileName(path) != ExtractionRecord;

    private static string In(string folder, string path) => Path.Combine(folder, Path.GetFileName(path));

    private static string Real(FileSystemInfo entry, string unlinked) => entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? unlinked;
}
