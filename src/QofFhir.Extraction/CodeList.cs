namespace QofFhir.Extraction;

/// <summary>A value set to search by: its canonical URL for servers that know it, its codes for those that do not.</summary>
/// <param name="Tokens">As search tokens, <c>system|code</c>, escaped.</param>
public sealed record CodeList(string ValueSet, IReadOnlyList<string> Tokens);
