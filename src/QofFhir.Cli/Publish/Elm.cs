namespace QofFhir.Cli.Publish;

/// <summary>The ELM of some libraries, by name, and why others have none.</summary>
/// <param name="Missing">One sentence; null when none is missing.</param>
internal sealed record Elm(Dictionary<string, ReadOnlyMemory<byte>> ByName, string? Missing);
