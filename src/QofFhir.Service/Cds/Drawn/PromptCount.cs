namespace QofFhir.Service.Cds.Drawn;

/// <summary>What became of the cards that spoke of a prompt.</summary>
internal sealed record PromptCount
{
    /// <summary>Its name, such as <c>DM020/unsuitable</c>; of a statement the card's.</summary>
    public string Prompt { get; init; } = "";

    public long Drawn { get; init; }

    public long Accepted { get; init; }

    public long Overridden { get; init; }
}
