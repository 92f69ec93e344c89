using QofFhir.Core.Rules;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>Compiles an indicator for one version and holds its table to the order of the business rules.</summary>
internal sealed class IndicatorCompiler(CompilationContext context)
{
    private static readonly Dictionary<string, decimal> NoArguments = [];

    /// <param name="askedAt">Where a missing variant is reported.</param>
    /// <returns>Null when the indicator has none for this version, or mistakes.</returns>
    public IndicatorRule? Compile(Definition<IndicatorSyntax> definition, Place askedAt)
    {
        if (context.ContentOf(definition, askedAt) is not { } syntax)
        {
            return null;
        }

        var source = syntax.Source?.Over(definition.Owner.Source) ?? definition.Owner.Source;
        var (id, title) = (definition.Name, syntax.Title);
        return syntax switch
        {
            IndicatorSyntax.Register r =>
                new IndicatorRule.Register(context.Registers.NumbersOf(r.Registers)) { Id = id, Title = title, Source = source, People = syntax.People },
            IndicatorSyntax.Attestation a =>
                new IndicatorRule.Attestation(a.Question) { Id = id, Title = title, Source = source },
            _ => Fraction(definition, (IndicatorSyntax.Fraction)syntax, source),
        };
    }

    private IndicatorRule.Fraction Fraction(
        Definition<IndicatorSyntax> definition, IndicatorSyntax.Fraction syntax, RuleSource source)
    {
        var population = context.Registers.NumbersOf(syntax.Population);
        var expander = new RowExpander(context);
        var rows = expander.Expand(syntax.Rows, definition.Owner, NoArguments, source).ToList();
        if (expander.Whole)
        {
            CheckOrder(definition, rows);
        }

        return new IndicatorRule.Fraction(population, [.. rows.Select(r => r.Row)])
        {
            Id = definition.Name,
            Title = syntax.Title,
            Source = source,
            People = syntax.People,
        };
    }

    private void CheckOrder(Definition<IndicatorSyntax> definition, List<PlacedRow> rows)
    {
        if (rows.All(r => r.Row.End != RowEnd.Achieve))
        {
            context.Mistakes.Add(definition.Place, $"{definition.Name} has no `achieve` row{ForVersion(rows.Count)}");
        }

        foreach (var late in rows
            .SkipWhile(r => r.Row.End != RowEnd.Adjust).Where(r => r.Row.End == RowEnd.Achieve))
        {
            context.Mistakes.Add(late.Place, "an `achieve` row stands above every `adjust`: care that was given always counts");
        }
    }

    private string ForVersion(int rows) => rows == 0 ? $": no row holds for rules {context.Version}" : "";
}
