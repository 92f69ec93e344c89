namespace QofFhir.Extraction;

/// <summary>What to fetch of one resource type.</summary>
public sealed record TypeQuery(string ResourceType)
{
    /// <summary>Search parameters that carry the code, the best first: the next is asked only when the server does not take the one before. Empty: the whole type is fetched.</summary>
    public IReadOnlyList<string> CodeParameters { get; init; } = [];

    /// <summary>The codes wanted; a resource of any list is fetched.</summary>
    public IReadOnlyList<CodeList> Codes { get; init; } = [];

    /// <summary>Also what refers to these: null, or a search parameter and the type, fetched before, that it points to.</summary>
    public ReferenceFilter? RefersTo { get; init; }

    /// <summary>False where a server may refuse to list the type: what it says is also known otherwise.</summary>
    public bool Needed { get; init; } = true;

    internal bool Whole => CodeParameters.Count == 0;
}

/// <summary>Resources that point by <paramref name="Parameter"/> to any fetched resource of <paramref name="TargetType"/>.</summary>
public sealed record ReferenceFilter(string Parameter, string TargetType);
