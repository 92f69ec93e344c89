using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;

namespace QofFhir.Definitions.Rulesets;

internal abstract record IndicatorSyntax(string Title, SourceSyntax? Source)
{
    public People People { get; init; } = People.OnList;

    /// <param name="Population">Registers; empty for everyone on the practice list.</param>
    internal sealed record Fraction(
        IReadOnlyList<NameRef> Population, IReadOnlyList<RowSyntax> Rows, string Title, SourceSyntax? Source)
        : IndicatorSyntax(Title, Source);

    internal sealed record Register(IReadOnlyList<NameRef> Registers, string Title, SourceSyntax? Source)
        : IndicatorSyntax(Title, Source);

    internal sealed record Attestation(string Question, string Title, SourceSyntax? Source) : IndicatorSyntax(Title, Source);
}
