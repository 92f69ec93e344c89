namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>What the library holds at one moment: nothing in it changes, so who reads from it reads one state.</summary>
internal sealed class Holdings(IReadOnlyDictionary<string, Shelf> shelves, IReadOnlyList<Deletion> deletions)
{
    private static readonly Shelf Empty = new([]);

    public IEnumerable<string> Types => shelves.Keys;

    /// <summary>What is gone and did not come back.</summary>
    public IReadOnlyList<Deletion> Deletions => deletions;

    public Shelf Shelf(string type) => shelves.GetValueOrDefault(type, Empty);

    /// <summary>The holdings after these changes; a later change of the same resource wins.</summary>
    /// <param name="changes">The new entry of each resource, or null where it is deleted.</param>
    public Holdings With(IReadOnlyDictionary<(string Type, string Id), ShelfEntry?> changes, DateTimeOffset when)
    {
        var renewed = new Dictionary<string, Shelf>(shelves, StringComparer.Ordinal);
        foreach (var ofType in changes.GroupBy(c => c.Key.Type))
        {
            var kept = Shelf(ofType.Key).Entries.Where(e => !changes.ContainsKey((ofType.Key, e.Id)));
            renewed[ofType.Key] = new Shelf([.. kept, .. ofType.Select(c => c.Value).OfType<ShelfEntry>()]);
        }

        var gone = changes.Where(c => c.Value is null && Shelf(c.Key.Type).WithIds([c.Key.Id]).Any());
        return new Holdings(
            renewed,
            [.. deletions.Where(d => !changes.ContainsKey((d.Type, d.Id)) || changes[(d.Type, d.Id)] is null), .. gone.Select(g => new Deletion(g.Key.Type, g.Key.Id, when))]);
    }
}
