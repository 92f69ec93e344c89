using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Search;

/// <summary>A search and the places of its matches, in order of id.</summary>
internal sealed class RunningSearch(SearchRequest request, Shelf shelf)
{
    private readonly int[] _places = Run(request, shelf);

    public SearchRequest Request => request;

    public int Total => _places.Length;

    /// <summary>The matches from a place on, at most a page of them.</summary>
    public IEnumerable<ShelfEntry> Page(int from) => _places.Skip(from).Take(request.Count).Select(p => shelf.Entries[p]);

    public ShelfEntry Match(int index) => shelf.Entries[_places[index]];

    private static int[] Run(SearchRequest request, Shelf shelf)
    {
        var places = request.Criteria.FirstOrDefault(c => c.Places is not null) is { Places: { } index }
            ? index(shelf).Distinct().Order()
            : Enumerable.Range(0, shelf.Entries.Count);
        return [.. places.Where(p => request.Criteria.All(c => c.Holds(shelf.Entries[p])))];
    }
}
