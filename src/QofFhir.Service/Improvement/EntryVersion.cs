namespace QofFhir.Service.Improvement;

/// <summary>An entry of a plan as it was at one time.</summary>
internal sealed record EntryVersion
{
    /// <summary>As in <see cref="EntryKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required long Version { get; init; }

    /// <summary>1: from this version on it is not in the plan.</summary>
    public long Removed { get; init; }

    /// <summary>The entry as JSON.</summary>
    public required string Body { get; init; }

    public string SaidBy { get; init; } = "";

    public string At { get; init; } = "";
}
