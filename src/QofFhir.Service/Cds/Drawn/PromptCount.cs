namespace QofFhir.Service.Cds.Drawn;

/// <summary>What became of the cards that spoke of a prompt.</summary>
internal sealed record PromptCount(string Prompt, long Drawn, long Accepted, long Overridden);
