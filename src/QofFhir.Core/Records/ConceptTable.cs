namespace QofFhir.Core.Records;

/// <summary>Every combination of codings met, each once: an event holds only its number.</summary>
public sealed class ConceptTable
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string[]> _keys = [];

    public int Count => _keys.Count;

    /// <summary>All codings of the concept as <see cref="CodeKey"/>s, sorted, each once.</summary>
    public IReadOnlyList<string> Keys(int concept) => _keys[concept];

    /// <summary>The number of this set of codings; their order and repeats do not matter.</summary>
    public int Intern(IReadOnlyCollection<string> keys)
    {
        // Most entries have one coding: its key is its name.
        string[]? sorted = keys.Count == 1 ? null : [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var name = sorted is null ? keys.First() : string.Join('\n', sorted);
        if (!_ids.TryGetValue(name, out var id))
        {
            id = _keys.Count;
            _ids.Add(name, id);
            _keys.Add(sorted ?? [name]);
        }

        return id;
    }
}
