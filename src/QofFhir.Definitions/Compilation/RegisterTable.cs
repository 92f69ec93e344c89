using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>Numbers the registers of a plan, each behind those that it asks.</summary>
internal sealed class RegisterTable(CompilationContext context)
{
    private readonly Dictionary<object, int?> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<RegisterRule> _registers = [];

    public IReadOnlyList<RegisterRule> All => _registers;

    public IReadOnlyList<int> NumbersOf(IEnumerable<NameRef> names) =>
        [.. names.Select(NumberOf).OfType<int>().Distinct()];

    public int? NumberOf(NameRef name)
    {
        if (context.Rulesets.Registers.TryGetValue(name.Name, out var definition))
        {
            return NumberOf(definition, name.Place);
        }

        if (context.Rulesets.Complete)
        {
            context.Mistakes.Add(
                name.Place, $"unknown register {name.Name}{Suggestion.For(name.Name, context.Rulesets.Registers.Keys)}");
        }

        return null;
    }

    public int? NumberOf(Definition<RegisterSyntax> definition, Place at)
    {
        if (_numbers.TryGetValue(definition, out var known))
        {
            return known;
        }

        if (!context.Circles.Enter(definition, definition.Name, definition.Place))
        {
            return null;
        }

        int? number = null;
        if (context.ContentOf(definition, at) is { } syntax)
        {
            var rule = Resolve(definition, syntax);
            number = _registers.Count;
            _registers.Add(rule);
        }

        context.Circles.Leave();
        _numbers.Add(definition, number);
        return number;
    }

    private RegisterRule Resolve(Definition<RegisterSyntax> definition, RegisterSyntax syntax)
    {
        var source = syntax.Source?.Over(definition.Owner.Source) ?? definition.Owner.Source;
        var resolver = context.Resolver(definition.Owner);
        var rows = syntax.Rows.Where(r => r.Versions?.Covers(context.Version) ?? true).ToList();
        if (syntax.Whole)
        {
            CheckLast(definition, rows);
        }

        return new RegisterRule(definition.Name, syntax.Title, [.. rows.Select(r => Row(r, resolver, source))], source);
    }

    private static RegisterRow Row(RegisterRowSyntax row, ExpressionResolver resolver, RuleSource source)
    {
        var text = row.Lines.Count == 0 ? "everyone else" : RowLine.TextOf([.. row.Lines.Select(l => l.Text)]);
        return new RegisterRow(
            row.Selects, new RowLine(text, ConditionTable.AllOf(row.Lines, resolver)), row.Rule, row.Source?.Over(source) ?? source);
    }

    private void CheckLast(Definition<RegisterSyntax> definition, List<RegisterRowSyntax> rows)
    {
        var end = rows.FindIndex(r => r.Lines.Count == 0);
        if (end < 0)
        {
            context.Mistakes.Add(
                definition.Place, $"{definition.Name} must end in a plain `select` or `reject` for everyone who is left");
        }
        else if (end < rows.Count - 1)
        {
            context.Mistakes.Add(rows[end + 1].Place, "no one reaches this row: the one above takes everyone");
        }
    }
}
