using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Rulesets;

namespace QofFhir.Definitions.Compilation;

/// <summary>A compiled row and where it is written.</summary>
internal sealed record PlacedRow(Row Row, Place Place);

/// <summary>Resolves the rows of a table for one version and puts the rows of blocks in place of their uses.</summary>
internal sealed partial class RowExpander(CompilationContext context)
{
    /// <summary>False when a row or block met so far could not be read: then the table cannot be judged as a whole.</summary>
    public bool Whole { get; private set; } = true;

    /// <param name="source">Of the table; a row's own goes before it.</param>
    /// <param name="rule">The published rule number of a use; rows of the block without one take it.</param>
    public IEnumerable<PlacedRow> Expand(
        IReadOnlyList<RowSyntax> rows, RulesetFile ruleset, IReadOnlyDictionary<string, decimal> arguments,
        RuleSource source, string? rule = null)
    {
        var resolver = context.Resolver(ruleset, arguments);
        foreach (var row in rows.Where(r => r.Versions?.Covers(context.Version) ?? true))
        {
            if (!context.TakeRow(row.Place))
            {
                Whole = false;
                yield break;
            }

            var own = row.Source?.Over(source) ?? source;
            if (row is RowSyntax.Unread)
            {
                Whole = false;
            }
            else if (row is RowSyntax.Use use)
            {
                foreach (var placed in Block(use, resolver.Scope, arguments, own, row.Rule ?? rule))
                {
                    yield return placed;
                }
            }
            else
            {
                yield return new PlacedRow(Own((RowSyntax.Own)row, resolver, arguments, own, row.Rule ?? rule), row.Place);
            }
        }
    }

    private List<PlacedRow> Block(
        RowSyntax.Use use, Scope scope, IReadOnlyDictionary<string, decimal> outer, RuleSource source, string? rule)
    {
        if (!scope.Blocks.TryGetValue(use.Block.Name, out var definition))
        {
            if (scope.Complete)
            {
                context.Mistakes.Add(
                    use.Block.Place, $"unknown block of rows {use.Block.Name}{Suggestion.For(use.Block.Name, scope.Blocks.Keys)}");
            }

            Whole = false;
            return [];
        }

        if (!context.Circles.Enter(definition, definition.Name, definition.Place))
        {
            Whole = false;
            return [];
        }

        List<PlacedRow> rows = [];
        if (context.ContentOf(definition, use.Block.Place) is { } block)
        {
            var from = block.Source?.Over(source) ?? source;
            rows = [.. Expand(block.Rows, definition.Owner, Bind(use, block, outer), from, rule)];
        }
        else
        {
            Whole = false;
        }

        context.Circles.Leave();
        return rows;
    }

    private Dictionary<string, decimal> Bind(RowSyntax.Use use, BlockSyntax block, IReadOnlyDictionary<string, decimal> outer)
    {
        foreach (var stray in use.Arguments.Where(a => !block.Parameters.Contains(a.Name)))
        {
            context.Mistakes.Add(
                stray.Place, $"{use.Block.Name} has no parameter {stray.Name}{Suggestion.For(stray.Name, block.Parameters)}");
        }

        var missing = block.Parameters.Where(p => use.Arguments.All(a => a.Name != p)).ToList();
        if (missing.Count > 0)
        {
            context.Mistakes.Add(use.Block.Place, $"{use.Block.Name} needs {string.Join(", ", missing)} in `with`");
        }

        return use.Arguments.ToDictionary(
            a => a.Name, a => a.Number ?? outer.GetValueOrDefault(a.Parameter!), StringComparer.Ordinal);
    }

    private static Row Own(
        RowSyntax.Own row, ExpressionResolver resolver, IReadOnlyDictionary<string, decimal> arguments, RuleSource source, string? rule) =>
        new(
            row.End, row.Label, row.Reason,
            [.. row.Lines.Where(l => l.Condition is not null)
                .Select(l => new RowLine(WithNumbers(l.Text, arguments), resolver.Condition(l.Condition!)))],
            rule, source);

    /// <summary>What a person reads has the numbers in it, not the names of parameters.</summary>
    private static string WithNumbers(string text, IReadOnlyDictionary<string, decimal> arguments) =>
        arguments.Count == 0 ? text : Parameter().Replace(
            text, m => arguments.GetValueOrDefault(m.Groups[1].Value).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\$([a-z][a-z0-9_]*)")]
    private static partial Regex Parameter();
}
