namespace QofFhir.Service.Cds.Switches;

/// <summary>What <c>PUT /prompts/switches</c> takes.</summary>
internal sealed record SwitchRequest(string? Name, string? Reason);
