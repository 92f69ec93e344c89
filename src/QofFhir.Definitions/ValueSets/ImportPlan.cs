namespace QofFhir.Definitions.ValueSets;

/// <summary>An import that is ready to be written.</summary>
public sealed class ImportPlan
{
    private readonly IReadOnlyList<(string Path, byte[] Bytes)> _files;

    internal ImportPlan(ImportReport report, IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        Report = report;
        _files = files;
    }

    public ImportReport Report { get; }

    /// <summary>Writes the files that change. All are written beside their places first, so a full disk leaves the old ones whole.</summary>
    public void Write()
    {
        var written = new List<string>();
        try
        {
            foreach (var (path, bytes) in _files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add(Beside(path));
                File.WriteAllBytes(Beside(path), bytes);
            }

            foreach (var (path, _) in _files)
            {
                File.Move(Beside(path), path, overwrite: true);
            }
        }
        finally
        {
            written.Where(File.Exists).ToList().ForEach(File.Delete);
        }
    }

    private static string Beside(string path) => path + ".new";
}
