using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Rulesets;

internal sealed record RegisterSyntax(string Title, IReadOnlyList<RegisterRowSyntax> Rows, SourceSyntax? Source);

/// <param name="Lines">Empty for a row that fits everyone.</param>
internal sealed record RegisterRowSyntax(
    bool Selects, IReadOnlyList<LineSyntax> Lines, Place Place, string? Rule, SourceSyntax? Source, VersionRange? Versions);
