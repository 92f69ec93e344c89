namespace QofFhir.Service.Metadata;

/// <summary>A type of resource as the CapabilityStatement tells it.</summary>
/// <param name="Interactions">Such as <c>read</c>.</param>
internal sealed record ServedType(string Type, IReadOnlyList<string> Interactions, IReadOnlyList<(string Name, string Type)> Parameters)
{
    /// <summary>It is written by clients, and its versions are kept.</summary>
    public bool Versioned { get; init; }

    public IReadOnlyList<(string Name, string Definition)> Operations { get; init; } = [];
}
