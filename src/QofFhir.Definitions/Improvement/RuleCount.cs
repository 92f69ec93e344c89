using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Improvement;

/// <summary>How much a ruleset holds as it is written: fields, conditions, and lines of rows, in all variants.</summary>
internal static class RuleCount
{
    public static int Of(RulesetFile ruleset) =>
        ruleset.Unions.Count + ruleset.Fields.Count + Contents(ruleset.Conditions).Sum(c => c.Lines.Count) + Contents(ruleset.Blocks).Sum(b => Rows(b.Rows))
        + Contents(ruleset.Registers).Sum(r => r.Rows.Sum(w => 1 + w.Lines.Count))
        + Contents(ruleset.Indicators).OfType<IndicatorSyntax.Fraction>().Sum(i => 1 + Rows(i.Rows)) + ruleset.Indicators.Count
        + ruleset.Strata.Count;

    private static int Rows(IEnumerable<RowSyntax> rows) => rows.Sum(r => 1 + (r is RowSyntax.Own own ? own.Lines.Count : 0));

    private static IEnumerable<T> Contents<T>(Dictionary<string, Definition<T>> definitions)
        where T : class =>
        definitions.Values.SelectMany(d => d.Variants).Select(v => v.Content).OfType<T>();
}
