namespace QofFhir.Extraction.Access;

/// <summary>Scopes to ask for, where nobody configured any: those of the types needed, in the words that the server knows.</summary>
/// <param name="LeftOut">Types for which the server offers no scope, so it will not have them, unless every practice has.</param>
internal sealed record ScopeOffer(IReadOnlyList<string> Scopes, IReadOnlyList<string> LeftOut)
{
    private static readonly string[] Reading = ["rs", "read"];

    /// <param name="types">Resource types that are read.</param>
    /// <param name="supported">What the server says that it knows; empty where it does not say.</param>
    /// <returns>The least first; the next is tried when a server calls the one before invalid.</returns>
    public static IReadOnlyList<ScopeOffer> For(IReadOnlyList<string> types, IReadOnlyCollection<string> supported)
    {
        var named = types.Select(t => (Type: t, Scope: Words(t).FirstOrDefault(supported.Contains))).ToArray();
        ScopeOffer[] known = [new([.. named.Select(n => n.Scope).OfType<string>()], [.. named.Where(n => n.Scope is null).Select(n => n.Type)])];
        return
        [
            .. known.Where(o => Enough(o)),
            .. Words("*").Where(supported.Contains).Select(s => new ScopeOffer([s], [])),
            .. known.Where(o => o.Scopes.Count > 0 && !Enough(o)),
            .. Reading.Select(r => new ScopeOffer([.. types.Select(t => $"system/{t}.{r}")], [])),
            .. Words("*").Where(s => !supported.Contains(s)).Select(s => new ScopeOffer([s], [])),
        ];
    }

    /// <summary>A server that names no scope for what every practice has may have it all the same: lists of scopes need not be whole.</summary>
    private static bool Enough(ScopeOffer offer) => !offer.LeftOut.Intersect(PracticeQueries.EveryPracticeHas).Any();

    /// <summary>SMART 2 and SMART 1 say it differently.</summary>
    private static IEnumerable<string> Words(string type) => Reading.Select(r => $"system/{type}.{r}");
}
