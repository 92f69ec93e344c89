namespace QofFhir.Service.Collection;

/// <summary>What became of an incoming report.</summary>
/// <param name="Version">The live one afterwards; 0 where none is.</param>
/// <param name="Computed">When the live content was computed, as far as is known.</param>
/// <param name="Received">When the live version came.</param>
internal sealed record Taken(Fate Fate, long Version, string Computed, string Received);

internal enum Fate
{
    Created,
    Replaced,

    /// <summary>Its content is the live one's.</summary>
    Unchanged,

    /// <summary>The live one comes after it.</summary>
    Older,

    /// <summary>Another version is live than the sender meant to replace.</summary>
    Mismatched,
}
