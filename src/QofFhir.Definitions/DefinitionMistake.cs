namespace QofFhir.Definitions;

/// <summary>A mistake in a definition file. Line and column count from 1.</summary>
public sealed record DefinitionMistake(string File, int Line, int Column, string Text);
