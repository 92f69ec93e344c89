using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Rulesets;

/// <param name="Whole">False when a row could not be read: then the table cannot be judged as a whole.</param>
internal sealed record RegisterSyntax(string Title, IReadOnlyList<RegisterRowSyntax> Rows, bool Whole, SourceSyntax? Source);

/// <param name="Lines">Empty for a row that fits everyone.</param>
internal sealed record RegisterRowSyntax(
    bool Selects, IReadOnlyList<LineSyntax> Lines, Place Place, string? Rule, SourceSyntax? Source, VersionRange? Versions);
