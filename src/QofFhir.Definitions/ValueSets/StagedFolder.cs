namespace QofFhir.Definitions.ValueSets;

/// <summary>Changes files of a folder all or none. They are written to a folder inside it, which is then given its final name: that moment decides. What is left to do, if the power goes, readers see as done and the next import does.</summary>
internal sealed class StagedFolder(string folder) : IDisposable
{
    private const string Ready = ".import";

    private readonly string _partial = Path.Combine(folder, ".import-partial");

    /// <param name="name">Below the folder; its file is on the disk when this returns, but does not count yet.</param>
    /// <exception cref="IOException">It cannot be written, or a folder is in the way of it.</exception>
    public void Add(string name, ReadOnlySpan<byte> bytes)
    {
        if (Directory.Exists(Path.Combine(folder, name)))
        {
            throw new IOException($"{Path.Combine(folder, name)}: a folder is in the way");
        }

        var path = Path.Combine(_partial, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    public void Commit()
    {
        if (Directory.Exists(_partial))
        {
            Directory.Move(_partial, Path.Combine(folder, Ready));
            Finish(folder);
        }
    }

    /// <summary>Without <see cref="Commit"/> the folder is as it was.</summary>
    public void Dispose() => Remove(_partial);

    /// <summary>Ends what an earlier import left: what was decided is finished, anything else forgotten.</summary>
    public static StagedFolder In(string folder)
    {
        var staged = new StagedFolder(folder);
        Remove(staged._partial);
        Finish(folder);
        return staged;
    }

    /// <summary>The JSON files of a folder of value sets, or of a folder in it, by name; those of an import that was decided and not finished stand in for the old ones.</summary>
    public static IEnumerable<string> Files(string folder, string inside)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in new[] { Path.Combine(folder, inside), Path.Combine(folder, Ready, inside) }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(place, "*.json"))
            {
                files[Path.GetFileName(file)] = file;
            }
        }

        return files.Values;
    }

    private static void Finish(string folder)
    {
        var ready = Path.Combine(folder, Ready);
        if (!Directory.Exists(ready))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(ready, "*", SearchOption.AllDirectories).ToList())
        {
            var target = Path.Combine(folder, Path.GetRelativePath(ready, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file, target, overwrite: true);
        }

        Directory.Delete(ready, recursive: true);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
