using System.Buffers;
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

    /// <summary>Reads a folder that holds <c>clusters.csv</c>, the text file of the official release's reference set content, or an RF2 release: a simple reference set snapshot, a folder or a zip with some.</summary>
    /// <param name="version">Version of a release file; null: the day in its name. A folder tells the version of each list itself.</param>
    /// <param name="additions">File of the codes to add beside the published lists, such as <c>valuesets/additions.csv</c>; null: none.</param>
    /// <param name="mistakes">Takes every mistake, with its line; rows without one are used.</param>
    /// <param name="folder">Folder of value sets whose reference sets are wanted of an RF2 release, which knows them by id only.</param>
    /// <returns>Null when nothing of the source can be used.</returns>
    public static ValueSetImport? Read(
        string source, string? version, string? additions, ICollection<DefinitionMistake> mistakes, string? folder = null)
    {
        var read = File.Exists(Path.Combine(source, ClusterFolder.Index)) ? ClusterFolder.Read(source, mistakes)
            : Rf2Release.IsOne(source) ? Rf2Release.Read(source, version, folder, mistakes)
            : ReleaseFile.Read(source, version, mistakes);
        return read is null ? null : new ValueSetImport(read, Additions.Read(additions, mistakes));
    }

    /// <summary>Takes lists of a terminology server.</summary>
    /// <param name="folder">Of the value sets that the lists are for.</param>
    /// <param name="lists">Whole ones, of clusters that <see cref="Refsets"/> names; an empty one empties its cluster.</param>
    /// <param name="additions">As in <see cref="Read"/>.</param>
    public static ValueSetImport Of(
        string folder, IEnumerable<ClusterList> lists, string? additions, ICollection<DefinitionMistake> mistakes) =>
        new(ExpandedClusters.Read(folder, lists, mistakes), Additions.Read(additions, mistakes));

    /// <summary>The reference set of each cluster of a folder that has one, in the order of their names.</summary>
    public static IReadOnlyDictionary<string, string> Refsets(string folder, ICollection<DefinitionMistake> mistakes) =>
        new SortedDictionary<string, string>(
            ValueSetFolder.Read(folder, mistakes).Where(f => f.Content.RefsetId is not null).ToDictionary(f => f.Content.Name, f => f.Content.RefsetId!),
            StringComparer.Ordinal);

    /// <summary>Brings a folder of value sets up to the source: all of it or, when anything cannot be written, nothing.</summary>
    /// <param name="folder">It need not be there. Clusters of other services are taken only when it has them already.</param>
    /// <param name="write">False: only tells what it would do.</param>
    /// <param name="mistakes">Takes the files of the folder that cannot be read; they are replaced.</param>
    /// <param name="told">Takes every code that comes or goes, cluster by cluster.</param>
    public ImportReport Into(string folder, bool write, ICollection<DefinitionMistake> mistakes, Action<CodeChange>? told = null)
    {
        // A cluster of which no code can be read keeps what it has.
        var sources = _source.Clusters.Where(c => c.Codes.Count > 0 || c.Codes.Rejected == 0)
            .ToDictionary(c => c.Head.Name, StringComparer.Ordinal);
        var changes = new List<ClusterChange>();
        var buffer = new ArrayBufferWriter<byte>();
        using var staged = write ? StagedFolder.In(folder) : null;
        var standing = Directory.Exists(folder) ? ValueSetFolder.Read(folder, mistakes) : [];
        foreach (var (_, before) in standing)
        {
            changes.Add(sources.Remove(before.Name, out var cluster) ? Change(before, cluster) : Gone(before));
        }

        changes.AddRange(sources.Values.Where(c => c.ForQof).Select(c => Change(null, c)));
        foreach (var part in _source.Parts.Select(_additions.To))
        {
            Put(Path.Combine(ValueSetFolder.Parts, part.Name + ".json"), part);
        }

        staged?.Commit();
        var leftOut = sources.Values.Where(c => !c.ForQof).Sum(c => c.Rows);
        return new ImportReport(
            [.. changes.OrderBy(c => c.Cluster, StringComparer.Ordinal)],
            Used: _source.Clusters.Sum(c => c.Rows) - leftOut,
            _source.Rejected,
            _source.LeftOut + leftOut);

        ClusterChange Change(ValueSetContent? before, SourceCluster cluster)
        {
            var old = before?.Codes.DistinctBy(c => c.Key).ToDictionary(c => c.Key, StringComparer.Ordinal) ?? [];
            var after = _additions.To(cluster.Head with
            {
                Title = cluster.Head.Title ?? before?.Title,
                Codes = [.. cluster.Codes.Codes().Select(c => c.Display is null && old.TryGetValue(c.Key, out var o) ? c with { Display = o.Display } : c)],
            });
            var same = Put(after.Name + ".json", after);
            var added = 0;
            foreach (var code in after.Codes.Where(c => !old.Remove(c.Key)))
            {
                added++;
                told?.Invoke(new CodeChange(after.Name, Added: true, code));
            }

            foreach (var code in old.Values)
            {
                told?.Invoke(new CodeChange(after.Name, Added: false, code));
            }

            return new ClusterChange(
                after.Name,
                same ? ClusterFate.Unchanged : before is null ? ClusterFate.New : ClusterFate.Changed,
                added, old.Count, after.Codes.Count - added,
                before is null ? null : before.Completeness ?? Completeness.Partial,
                after.Completeness ?? Completeness.Partial,
                before?.Version,
                after.Version);
        }

        // True when the file says the same already.
        bool Put(string name, ValueSetContent content)
        {
            buffer.ResetWrittenCount();
            ValueSetWriter.Write(buffer, content);
            var file = new FileInfo(Path.Combine(folder, name));
            if (file.Exists && file.Length == buffer.WrittenCount && File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(buffer.WrittenSpan))
            {
                return true;
            }

            staged?.Add(name, buffer.WrittenSpan);
            return false;
        }
    }

    private static ClusterChange Gone(ValueSetContent content)
    {
        var completeness = content.Completeness ?? Completeness.Partial;
        return new ClusterChange(
            content.Name, ClusterFate.Gone, 0, 0, content.Codes.Count, completeness, completeness, content.Version, content.Version);
    }
}
