namespace QofFhir.Cli.Output;

/// <param name="Right">Numbers stand to the right.</param>
/// <param name="Elastic">Takes the room that is left, and wraps.</param>
internal sealed record PageColumn(string Title, bool Right = false, bool Elastic = false);
