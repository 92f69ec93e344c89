namespace QofFhir.Tests.Oracle;

/// <summary>One entry of a record as the oracle sees it: clusters by short name, perhaps a number.</summary>
/// <param name="Part">S or D for a half of a pressure, blank otherwise.</param>
/// <param name="Bound">What the record says of the true number: &lt;, &lt;=, &gt;=, &gt; than <paramref name="Number"/>, or empty.</param>
internal sealed record Entry(IReadOnlySet<string> Clusters, DateOnly On, decimal? Number = null, char Part = ' ', string Bound = "")
{
    private static readonly string[] FromLowest = ["<", "<=", "", ">=", ">"];

    /// <summary>Certain to be at most the limit.</summary>
    public bool AtMost(decimal limit) => !Bound.StartsWith('>') && Number <= limit;

    /// <summary>Certain to be above the limit.</summary>
    public bool Above(decimal limit) => !Bound.StartsWith('<') && (Number > limit || (Bound == ">" && Number == limit));

    /// <summary>The lowest number first; of equal numbers the one that may be lowest.</summary>
    public static IEnumerable<Entry> Ordered(IEnumerable<Entry> entries) =>
        entries.OrderBy(e => e.Number).ThenBy(e => Array.IndexOf(FromLowest, e.Bound));
}
