using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Rulesets;

/// <summary>A row of an indicator's table, or the use of a block of rows.</summary>
/// <param name="Versions">Null where the row holds for every version.</param>
internal abstract record RowSyntax(Place Place, string? Rule, SourceSyntax? Source, VersionRange? Versions)
{
    internal sealed record Own(
        RowEnd End, string? Label, AdjustmentReason? Reason, IReadOnlyList<LineSyntax> Lines,
        Place Place, string? Rule, SourceSyntax? Source, VersionRange? Versions)
        : RowSyntax(Place, Rule, Source, Versions);

    internal sealed record Use(
        NameRef Block, IReadOnlyList<ArgumentSyntax> Arguments,
        Place Place, string? Rule, SourceSyntax? Source, VersionRange? Versions)
        : RowSyntax(Place, Rule, Source, Versions);

    /// <summary>A row whose kind is not known: what its table lacks cannot be told.</summary>
    internal sealed record Unread(Place Place) : RowSyntax(Place, null, null, null);
}

/// <summary>A number handed to a block: written out, or a parameter of the block around it.</summary>
internal sealed record ArgumentSyntax(string Name, Place Place, decimal? Number, string? Parameter);

/// <summary>Rows shared by indicators.</summary>
internal sealed record BlockSyntax(IReadOnlyList<string> Parameters, IReadOnlyList<RowSyntax> Rows, SourceSyntax? Source);
