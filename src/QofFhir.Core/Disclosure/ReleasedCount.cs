namespace QofFhir.Core.Disclosure;

/// <summary>A count as the public sees it.</summary>
/// <param name="Shown">0, or a multiple of 5 within 2 of the count (5 stands for 1 to 7); null where it is not shown.</param>
/// <param name="Kind">Why it is not shown, or that it is.</param>
public readonly record struct ReleasedCount(long? Shown, ReleasedKind Kind)
{
    private const long LargestSmall = 7;

    /// <summary>What a count is rounded to: counts of one class cannot be told apart.</summary>
    internal static long Class(long count) => count <= 0 ? count : count <= LargestSmall ? 5 : 5 * ((count + 2) / 5);

    /// <summary>1 to 7: a count that has to be hidden.</summary>
    internal static bool IsSmall(long count) => count is > 0 and <= LargestSmall;

    internal static ReleasedCount Of(long count, DisclosurePolicy policy, bool withheld) =>
        withheld ? new(null, ReleasedKind.Withheld)
        : !IsSmall(count) ? new(Class(count), ReleasedKind.Rounded)
        : policy == DisclosurePolicy.ShowAsFive ? new(5, ReleasedKind.Rounded)
        : new(null, ReleasedKind.Small);
}

/// <summary>What the public sees of a count.</summary>
public enum ReleasedKind
{
    /// <summary>The count, rounded.</summary>
    Rounded,

    /// <summary>1 to 7.</summary>
    Small,

    /// <summary>Not shown so that nobody works out another count from it.</summary>
    Withheld,
}
