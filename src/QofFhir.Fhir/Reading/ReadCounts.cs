namespace QofFhir.Fhir.Reading;

/// <summary>What came in and what became of it, type by type in ordinal order.</summary>
/// <remarks>A record that could not be read far enough to know its type stands under <see cref="Unknown"/>.</remarks>
public sealed record ReadCounts(IReadOnlyList<TypeCounts> Types)
{
    public const string Unknown = "unknown";

    public long In => Types.Sum(t => t.In);

    public long Accepted => Types.Sum(t => t.Accepted);

    public long Rejected => Types.Sum(t => t.Rejected);

    public long NotUsed => Types.Sum(t => t.NotUsed);

    public long SetAside => Types.Sum(t => t.SetAside);
}

/// <summary>Counts of one resource type.</summary>
/// <param name="Accepted">Everything that was not rejected, with <paramref name="NotUsed"/> and <paramref name="SetAside"/>.</param>
/// <param name="NotUsed">Of the accepted: the type is read by no rule.</param>
/// <param name="SetAside">Of the accepted: a status, an intent or a subject says that it never counts.</param>
public sealed record TypeCounts(string Type, long Accepted, long Rejected, long NotUsed, long SetAside)
{
    public long In => Accepted + Rejected;

    /// <summary>Accepted and left out of every rule.</summary>
    public long Ignored => NotUsed + SetAside;
}
