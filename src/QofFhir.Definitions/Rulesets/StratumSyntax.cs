namespace QofFhir.Definitions.Rulesets;

/// <param name="Attribute">What is supplied for each patient; null for a table over the record.</param>
/// <param name="Whole">False when a group could not be read: then the table cannot be judged as a whole.</param>
internal sealed record StratumSyntax(
    string Title, string? Attribute, IReadOnlyList<GroupSyntax> Groups, bool Whole, SourceSyntax? Source);

/// <param name="Lines">Null for a group that takes everyone who is left, and for one that is supplied.</param>
internal sealed record GroupSyntax(string Name, IReadOnlyList<LineSyntax>? Lines, Place Place);
