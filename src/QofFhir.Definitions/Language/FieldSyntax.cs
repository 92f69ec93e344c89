using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

/// <summary>A field as written.</summary>
/// <param name="Text">The definition for people.</param>
internal abstract record FieldSyntax(string Text)
{
    internal sealed record Select(Pick Pick, FilterSyntax Filter, string Text) : FieldSyntax(Text);

    internal sealed record Count(Counted Counted, FilterSyntax Filter, string Text) : FieldSyntax(Text);

    internal sealed record Computed(DateSyntax On, string Text) : FieldSyntax(Text);

    internal sealed record HowMany(IReadOnlyList<ConditionSyntax> Conditions, string Text) : FieldSyntax(Text);
}

/// <param name="Value">Null where no value is read.</param>
/// <param name="ValuePlace">Where the unit stands, or the words <c>with value</c> without one.</param>
internal sealed record FilterSyntax(
    IReadOnlyList<NameRef> Clusters,
    ValueFilter? Value,
    Place ValuePlace,
    bool WithPressure,
    bool NewEpisode,
    IReadOnlyList<BoundSyntax> Bounds);

internal sealed record BoundSyntax(BoundKind Kind, DateSyntax On);
