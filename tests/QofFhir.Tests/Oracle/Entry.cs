namespace QofFhir.Tests.Oracle;

/// <summary>One entry of a record as the oracle sees it: clusters by short name, perhaps a number.</summary>
/// <param name="Part">S or D for a half of a pressure, blank otherwise.</param>
/// <param name="Bound">&lt; or &gt; before the number (the true one is below or above), blank otherwise.</param>
internal sealed record Entry(IReadOnlySet<string> Clusters, DateOnly On, decimal? Number = null, char Part = ' ', char Bound = ' ')
{
    /// <summary>Certain to be at most the limit.</summary>
    public bool AtMost(decimal limit) => Bound != '>' && Number <= limit;

    /// <summary>Certain to be above the limit.</summary>
    public bool Above(decimal limit) => Bound switch
    {
        '<' => false,
        '>' => Number >= limit,
        _ => Number > limit,
    };
}
