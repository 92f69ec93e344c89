using QofFhir.Fhir.Terminology;

namespace QofFhir.Extraction.Terminology;

/// <summary>A whole expansion, or why there is none: half of one is never given out.</summary>
/// <param name="Version">Canonical of the code system's version; null where the server does not say.</param>
/// <param name="Refused">Null when the codes are all there are.</param>
public sealed record Expansion(IReadOnlyList<ExpandedCode> Codes, string? Version, string? Refused)
{
    internal static Expansion Not(string reason) => new([], null, reason);
}
