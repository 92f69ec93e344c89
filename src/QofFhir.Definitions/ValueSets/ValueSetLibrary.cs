using System.Collections.Frozen;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>The clusters with the codes that we hold, and which half of a blood pressure a code is.</summary>
internal sealed class ValueSetLibrary
{
    private static readonly PressurePart[] Halves = [PressurePart.Systolic, PressurePart.Diastolic];
    private readonly IReadOnlyList<string> _folders;

    private ValueSetLibrary(
        IReadOnlyDictionary<string, Cluster> clusters, IReadOnlyDictionary<string, PressurePart> pressureParts, bool includesSampleCodes,
        IReadOnlyList<string> folders)
    {
        _folders = folders;
        Clusters = clusters;
        PressureParts = pressureParts;
        IncludesSampleCodes = includesSampleCodes;
    }

    /// <summary>By the cluster's name.</summary>
    public IReadOnlyDictionary<string, Cluster> Clusters { get; }

    /// <summary>By <see cref="CodeKey"/>; a code that is not here is no half of a blood pressure.</summary>
    public IReadOnlyDictionary<string, PressurePart> PressureParts { get; }

    /// <summary>True when made-up codes are among the clusters: results are for trying out only.</summary>
    public bool IncludesSampleCodes { get; }

    /// <summary>A cluster's value set, or that of a half of a blood pressure, with the terms of its codes; read from the files again, because deciding needs no terms.</summary>
    /// <exception cref="KeyNotFoundException">No folder has it.</exception>
    /// <exception cref="DefinitionException">Its file has changed since it was loaded, and has mistakes now.</exception>
    public PublishedValueSet Published(string name)
    {
        var mistakes = new List<DefinitionMistake>();
        var contents = Contents(name, mistakes);
        if (mistakes.Count > 0)
        {
            throw new DefinitionException($"value set {name}", mistakes);
        }

        if (contents.Count == 0 && Halves.Any(part => ValueSetTerms.NameOf(part) == name))
        {
            // A folder may hold no parts, as one for an area without pressures does; the logic of reading names them all the same.
            contents.Add(new ValueSetContent { Name = name, Ours = true });
        }

        return contents.Count > 0
            ? PublishedValueSet.Of(contents, Clusters.GetValueOrDefault(name))
            : throw new KeyNotFoundException($"there is no value set {name}");
    }

    /// <summary>What the codes of a cluster are called, by <see cref="CodeKey"/>; a code whose term no file gives is left out. Read from the files again, because deciding needs no terms.</summary>
    public IReadOnlyDictionary<string, string> Terms(string name)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Contents(name, []).SelectMany(c => c.Codes).Where(c => c.Display is not null))
        {
            terms.TryAdd(code.Key, code.Display!);
        }

        return terms;
    }

    private List<ValueSetContent> Contents(string name, List<DefinitionMistake> mistakes) =>
        [.. _folders
            .Select(folder => Path.Combine(folder, name + ".json"))
            .Where(File.Exists)
            .Select(file => ValueSetReader.Read(file, File.ReadAllBytes(file), mistakes))
            .OfType<ValueSetContent>()];

    /// <summary>Reads a folder of value sets and lays code packs over it.</summary>
    /// <param name="codePacks">Folders whose codes are added to clusters of the same name; a cluster that is only there is added.</param>
    /// <param name="mistakes">Takes every mistake; what is right in a file with a mistake is kept.</param>
    /// <param name="notes">Takes what is allowed and yet likely not meant, such as a map that leaves codes of its cluster out.</param>
    public static ValueSetLibrary Load(
        string folder, IReadOnlyList<string> codePacks, ICollection<DefinitionMistake> mistakes, ICollection<DefinitionMistake>? notes = null)
    {
        var clusters = new Dictionary<string, Cluster>(StringComparer.Ordinal);
        var sample = false;
        foreach (var (file, content) in ValueSetFolder.Read(folder, mistakes))
        {
            CheckSystems(file, content, mistakes);
            clusters.Add(content.Name, AsCluster(file, content, mistakes));
            sample |= content.Sample;
        }

        foreach (var (file, content) in codePacks.SelectMany(pack => ValueSetFolder.Read(pack, mistakes)))
        {
            CheckSystems(file, content, mistakes);
            clusters[content.Name] = Over(clusters.GetValueOrDefault(content.Name), content);
            sample |= content.Sample;
        }

        foreach (var map in codePacks.Prepend(folder).SelectMany(f => IngredientMap.Read(f, mistakes)))
        {
            Map(map, clusters, mistakes, notes);
        }

        var parts = Path.Combine(folder, ValueSetFolder.Parts);
        return new ValueSetLibrary(clusters, ReadParts(folder, mistakes), sample, [folder, parts, .. codePacks]);
    }

    private static Cluster AsCluster(string file, ValueSetContent content, ICollection<DefinitionMistake> mistakes)
    {
        var codes = Keys(content);
        var isRead = mistakes.All(m => m.File != file);
        void Mistake(string text) => mistakes.Add(new DefinitionMistake(file, 1, 1, text));
        if (content.Class is null && isRead)
        {
            Mistake("the extension cluster-class is missing; expected code or drug");
        }

        if (content.Completeness is null && isRead)
        {
            Mistake("the extension completeness is missing; expected none, partial or full");
        }

        if (content.Completeness is { } stated && stated == Completeness.None != (codes.Count == 0))
        {
            Mistake($"completeness is {stated.ToString().ToLowerInvariant()}, but there are {codes.Count} codes");
        }

        // A list that does not say how complete it is must not pass for complete.
        var completeness = codes.Count == 0 ? Completeness.None
            : content.Completeness is Completeness.Full ? Completeness.Full : Completeness.Partial;
        return new Cluster(content.Name, content.Class ?? ClusterClass.Code, codes, completeness, content.Version);
    }

    private static Cluster Over(Cluster? cluster, ValueSetContent pack)
    {
        var completeness = pack.Sample ? Completeness.Full
            : pack.Completeness ?? (pack.Total == pack.Codes.Count && pack.Total > 0 ? Completeness.Full : Completeness.Partial);
        var codes = Keys(pack);
        if (cluster is null)
        {
            var kind = pack.Class ?? ClusterClassRule.Of(pack.Name, pack.RefsetId);
            return new Cluster(pack.Name, kind, codes, codes.Count == 0 ? Completeness.None : completeness, pack.Version);
        }

        var all = cluster.Codes.Union(codes).ToHashSet(StringComparer.Ordinal);
        return cluster with
        {
            Codes = all,
            Completeness = all.Count == 0 ? Completeness.None : Max(cluster.Completeness, completeness),
            Version = cluster.Version.Length == 0 ? pack.Version
                : pack.Version.Length == 0 ? cluster.Version : $"{cluster.Version} + {pack.Version}",
        };
    }

    private static void Map(
        IngredientMap map, Dictionary<string, Cluster> clusters, ICollection<DefinitionMistake> mistakes, ICollection<DefinitionMistake>? notes)
    {
        if (!clusters.TryGetValue(map.Cluster, out var cluster))
        {
            mistakes.Add(new DefinitionMistake(map.File, 1, 1, $"there is no value set for cluster {map.Cluster}"));
            return;
        }

        var ingredients = new Dictionary<string, string>(cluster.Ingredients ?? FrozenDictionary<string, string>.Empty, StringComparer.Ordinal);
        foreach (var (code, ingredient) in map.Ingredients)
        {
            ingredients[code] = ingredient;
        }

        clusters[map.Cluster] = cluster with { Ingredients = ingredients.ToFrozenDictionary(StringComparer.Ordinal) };
        var unmapped = cluster.Codes.Count(c => !ingredients.ContainsKey(c));
        if (unmapped > 0)
        {
            notes?.Add(new DefinitionMistake(map.File, 1, 1, $"{unmapped} of the {cluster.Codes.Count} codes of {map.Cluster} have no ingredient; each counts as a substance of its own"));
        }
    }

    private static Completeness Max(Completeness a, Completeness b) => a > b ? a : b;

    private static HashSet<string> Keys(ValueSetContent content) =>
        content.Codes.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);

    // Sample codes are made up; mixed with real ones nobody could tell which results are real.
    private static void CheckSystems(string file, ValueSetContent content, ICollection<DefinitionMistake> mistakes)
    {
        if (content.Codes.FirstOrDefault(c => c.System == CodeKey.SampleSystem != content.Sample) is { } wrong)
        {
            mistakes.Add(new DefinitionMistake(file, 1, 1, content.Sample
                ? $"a value set tagged as sample holds only codes of {CodeKey.SampleSystem}, not {wrong.System}"
                : "codes of the sample code system need a value set tagged as sample"));
        }
    }

    private static Dictionary<string, PressurePart> ReadParts(string folder, ICollection<DefinitionMistake> mistakes)
    {
        var parts = new Dictionary<string, PressurePart>(StringComparer.Ordinal);
        if (!Directory.Exists(Path.Combine(folder, ValueSetFolder.Parts)))
        {
            return parts;
        }

        var files = ValueSetFolder.Read(folder, mistakes, ValueSetFolder.Parts).ToList();
        foreach (var part in Halves)
        {
            var name = ValueSetTerms.NameOf(part);
            var (file, content) = files.Find(f => f.Content.Name == name);
            if (content is null)
            {
                mistakes.Add(new DefinitionMistake(Path.Combine(folder, ValueSetFolder.Parts, name + ".json"), 1, 1, "the file is missing or cannot be read"));
                continue;
            }

            foreach (var code in content.Codes.Where(c => !parts.TryAdd(c.Key, part) && parts[c.Key] != part))
            {
                mistakes.Add(new DefinitionMistake(file, 1, 1, $"{code.Code} is listed as systolic and as diastolic"));
            }
        }

        return parts;
    }
}
