namespace QofFhir.Fhir.Reading.Cds;

/// <summary>How a client answered one prefetch query.</summary>
/// <param name="Resources">All that came, also of an answer that is not whole.</param>
public sealed record PrefetchValue(PrefetchState State, IReadOnlyList<HookResource> Resources)
{
    /// <summary>The query was answered: there is nothing.</summary>
    public static PrefetchValue NoData { get; } = new(PrefetchState.Whole, []);
}

/// <summary>Whether an answer can be relied on.</summary>
public enum PrefetchState
{
    /// <summary>All that the query finds, which may be nothing.</summary>
    Whole,

    /// <summary>A page, with more to follow, or fewer than its own total.</summary>
    Partial,

    /// <summary>The client's server could not do it, or not all of it.</summary>
    Failed,
}
