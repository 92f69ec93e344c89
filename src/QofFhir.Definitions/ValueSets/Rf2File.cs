using System.IO.Compression;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A file of a release, on its own or inside a zip.</summary>
/// <param name="Entry">Its place inside the zip; null: the path is the file itself.</param>
/// <param name="Day">The day in its name as yyyyMMdd; empty when there is none.</param>
internal sealed record Rf2File(string Path, string? Entry, string Day)
{
    /// <summary>As mistakes name it.</summary>
    public string Name => Entry is null ? Path : $"{Path}/{Entry}";

    /// <summary>Its name without the day: two releases have one of each kind.</summary>
    public string Kind => Day.Length == 0
        ? System.IO.Path.GetFileName(Entry ?? Path)
        : System.IO.Path.GetFileName(Entry ?? Path).Replace(Day, "", StringComparison.Ordinal);

    /// <exception cref="InvalidDataException">The zip is broken.</exception>
    public void Read(Action<string, Stream> read)
    {
        using var archive = Entry is null ? null : ZipFile.OpenRead(Path);
        using var stream = archive?.GetEntry(Entry!)!.Open() ?? File.OpenRead(Path);
        read(Name, stream);
    }
}
