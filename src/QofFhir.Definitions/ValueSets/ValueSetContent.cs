using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>What one value set file says.</summary>
internal sealed record ValueSetContent
{
    /// <summary>The cluster's name, such as <c>DM_COD</c>.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Null where the cluster's refset is not known.</summary>
    public string? RefsetId { get; init; }

    /// <summary>Version of the list as its source gives it; empty when nothing is held.</summary>
    public string Version { get; init; } = "";

    /// <summary>Null where a file from elsewhere does not say.</summary>
    public ClusterClass? Class { get; init; }

    /// <summary>Null where a file from elsewhere does not say.</summary>
    public Completeness? Completeness { get; init; }

    /// <summary>How many codes the published list has; null when not known.</summary>
    public int? PublishedSize { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>Where the list is from, and what was done to it.</summary>
    public string? Provenance { get; init; }

    /// <summary>True when tagged as part of a sample code pack.</summary>
    public bool Sample { get; init; }

    /// <summary>True for a list that we made and that is no cluster of the business rules.</summary>
    public bool Ours { get; init; }

    /// <summary>The size that the expansion claims; larger than the codes where the file holds one page of it.</summary>
    public int? Total { get; init; }

    public IReadOnlyList<ListedCode> Codes { get; init; } = [];
}
