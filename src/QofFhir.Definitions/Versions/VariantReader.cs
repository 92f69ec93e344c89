using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Versions;

/// <summary>Reads <c>{ versions: { "-43": ..., "44-": ... } }</c>, or one definition that holds for every version.</summary>
internal sealed class VariantReader(MistakeList mistakes)
{
    public const string Key = "versions";

    private readonly SortedSet<RulesVersion> _starts = [RulesVersion.First];

    /// <summary>The first version of each range met: between two of them nothing changes.</summary>
    public IReadOnlyCollection<RulesVersion> Starts => _starts;

    /// <param name="shared">Keys that may stand beside <c>versions</c> and then belong to every variant.</param>
    public IReadOnlyList<Variant<T>> Read<T>(YamlNode node, Func<YamlNode, T?> read, IReadOnlyList<string> shared)
        where T : class
    {
        if ((node as YamlNode.Map)?.Find(Key) is not { } versions)
        {
            return [new Variant<T>(VersionRange.Everything, read(node))];
        }

        var beside = ((YamlNode.Map)node).Entries.Where(e => e.Key.Value != Key).ToList();
        foreach (var stray in beside.Where(e => !shared.Contains(e.Key.Value)))
        {
            mistakes.Add(stray.Key.Place, $"`{stray.Key.Value}` cannot stand beside `versions`: write it in each variant");
        }

        if (versions is not YamlNode.Map { Entries.Count: > 0 } map)
        {
            mistakes.Add(versions.Place, "`versions` is a map from ranges, such as \"44-50\", to definitions");
            return [new Variant<T>(VersionRange.Everything, null)];
        }

        var variants = new List<(VersionRange Range, Place Place, T? Content)>();
        foreach (var (key, content) in map.Entries.Select(e => (e.Key, WithShared(e.Value, beside))))
        {
            if (Range(key) is { } range)
            {
                variants.Add((range, key.Place, read(content)));
            }
            else
            {
                read(content);
            }
        }

        variants.Sort((a, b) => a.Range.From.CompareTo(b.Range.From));
        for (var i = 1; i < variants.Count; i++)
        {
            CheckSeam(variants[i - 1].Range, variants[i].Range, variants[i].Place);
        }

        return [.. variants.Select(v => new Variant<T>(v.Range, v.Content))];
    }

    /// <returns>Null, and a mistake, when the text is no range.</returns>
    public VersionRange? Range(YamlNode.Text text)
    {
        var range = VersionRange.Parse(text.Value);
        if (range is null)
        {
            mistakes.Add(text.Place, $"`{text.Value}` is no range of versions; write -43, 44-50, 51.2- or 50");
            return null;
        }

        _starts.Add(range.Value.From);
        if (range.Value.Next is { } next)
        {
            _starts.Add(next);
        }

        return range;
    }

    private void CheckSeam(VersionRange before, VersionRange after, Place place)
    {
        if (before.Next is not { } next || next.CompareTo(after.From) > 0)
        {
            mistakes.Add(place, $"two variants hold for rules {after.From}");
        }
        else if (next.CompareTo(after.From) < 0)
        {
            mistakes.Add(place, $"no variant holds for rules {next}, between this one and the one before");
        }
    }

    private static YamlNode WithShared(YamlNode variant, List<YamlNode.MapEntry> beside) =>
        variant is not YamlNode.Map map ? variant
        : map with { Entries = [.. map.Entries, .. beside.Where(b => map.Find(b.Key.Value) is null)] };
}
