using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Search;

/// <summary>One condition of a search; all must hold.</summary>
/// <param name="Places">The places that can hold, from an index of the shelf; null where every resource must be looked at.</param>
internal sealed record Criterion(Func<ShelfEntry, bool> Holds, Func<Shelf, IEnumerable<int>>? Places = null);
