using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Turns lists of codes into value set files; the same source twice changes nothing.</summary>
public sealed class ValueSetImport
{
    private readonly ImportSource _source;
    private readonly Additions _additions;

    private ValueSetImport(ImportSource source, Additions additions)
    {
        _source = source;
        _additions = additions;
    }

    /// <summary>Reads a folder that holds <c>clusters.csv</c>, or the text file of the official release's reference set content.</summary>
    /// <param name="version">Version of a release file; null: the day in its name. A folder tells the version of each list itself.</param>
    /// <param name="additions">File of the codes to add beside the published lists, such as <c>valuesets/additions.csv</c>; null: none.</param>
    /// <param name="mistakes">Takes every mistake, with its line; rows without one are used.</param>
    /// <returns>Null when nothing of the source can be used.</returns>
    public static ValueSetImport? Read(
        string source, string? version, string? additions, ICollection<DefinitionMistake> mistakes)
    {
        var read = Directory.Exists(source) ? ClusterFolder.Read(source, mistakes) : ReleaseFile.Read(source, version, mistakes);
        return read is null ? null : new ValueSetImport(read, Additions.Read(additions, mistakes));
    }

    /// <summary>Lays the source beside a folder of value sets; nothing is written yet.</summary>
    /// <param name="folder">It need not be there. Clusters of other services are taken only when it has them already.</param>
    /// <param name="mistakes">Takes the files of the folder that cannot be read; they are replaced.</param>
    public ImportPlan Plan(string folder, ICollection<DefinitionMistake> mistakes)
    {
        var existing = Directory.Exists(folder)
            ? ValueSetFolder.Read(folder, mistakes).ToDictionary(f => f.Content.Name, f => f.Content, StringComparer.Ordinal)
            : [];
        var taken = _source.Clusters.Where(c => c.ForQof || existing.ContainsKey(c.Content.Name)).ToList();
        var files = new List<(string Path, byte[] Bytes)>();
        var changes = new List<ClusterChange>();
        foreach (var cluster in taken)
        {
            var content = _additions.To(cluster.Content);
            var file = (Path: Path.Combine(folder, content.Name + ".json"), Bytes: ValueSetWriter.Write(content));
            files.Add(file);
            changes.Add(Change(existing.GetValueOrDefault(content.Name), content, IsSame(file.Path, file.Bytes)));
        }

        var names = taken.Select(c => c.Content.Name).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(existing.Values.Where(e => !names.Contains(e.Name)).Select(Gone));
        files.AddRange(_source.Parts.Select(_additions.To).Select(part =>
            (Path.Combine(folder, ValueSetFolder.Parts, part.Name + ".json"), ValueSetWriter.Write(part))));
        return new ImportPlan(
            new ImportReport(
                [.. changes.OrderBy(c => c.Cluster, StringComparer.Ordinal)],
                Used: taken.Sum(c => c.Rows),
                _source.Rejected,
                _source.LeftOut + _source.Clusters.Except(taken).Sum(c => c.Rows)),
            [.. files.Where(f => !IsSame(f.Path, f.Bytes))]);
    }

    private static ClusterChange Change(ValueSetContent? before, ValueSetContent after, bool same)
    {
        var old = before?.Codes.DistinctBy(c => c.Key).ToDictionary(c => c.Key, StringComparer.Ordinal) ?? [];
        var added = after.Codes.Where(c => !old.Remove(c.Key)).ToList();
        return new ClusterChange(
            after.Name,
            same ? ClusterFate.Unchanged : before is null ? ClusterFate.New : ClusterFate.Changed,
            added,
            [.. old.Values],
            after.Codes.Count - added.Count,
            before is null ? null : before.Completeness ?? Completeness.Partial,
            after.Completeness ?? Completeness.Partial,
            before?.Version,
            after.Version);
    }

    private static ClusterChange Gone(ValueSetContent content)
    {
        var completeness = content.Completeness ?? Completeness.Partial;
        return new ClusterChange(
            content.Name, ClusterFate.Gone, [], [], content.Codes.Count, completeness, completeness, content.Version, content.Version);
    }

    private static bool IsSame(string path, byte[] bytes) =>
        File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
}
