using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>Compiles a stratum for one version and sees that every patient is in one of its groups.</summary>
internal sealed class StratumCompiler(CompilationContext context)
{
    /// <returns>Null when there is no such stratum, which is then among the mistakes, or none for this version.</returns>
    public StratumRule? Compile(NameRef name)
    {
        var strata = context.Rulesets.Strata;
        if (strata.TryGetValue(name.Name, out var definition))
        {
            return Compile(definition, name.Place);
        }

        if (context.Rulesets.Complete)
        {
            context.Mistakes.Add(name.Place, $"unknown stratum {name.Name}{Suggestion.For(name.Name, strata.Keys)}");
        }

        return null;
    }

    public StratumRule? Compile(Definition<StratumSyntax> definition, Place askedAt)
    {
        if (context.ContentOf(definition, askedAt) is not { } syntax)
        {
            return null;
        }

        var source = syntax.Source?.Over(definition.Owner.Source) ?? definition.Owner.Source;
        var (name, title) = (definition.Name, syntax.Title);
        if (syntax.Attribute is { } attribute)
        {
            return new StratumRule.Supplied(attribute, [.. syntax.Groups.Select(g => g.Name)]) { Name = name, Title = title, Source = source };
        }

        if (syntax.Whole)
        {
            CheckLast(definition, syntax.Groups);
        }

        var resolver = context.Resolver(definition.Owner);
        return new StratumRule.Table([.. syntax.Groups.Select(g => Row(g, resolver))]) { Name = name, Title = title, Source = source };
    }

    private static StratumRow Row(GroupSyntax group, ExpressionResolver resolver) => group.Lines is { } lines
        ? new StratumRow(group.Name, new RowLine(RowLine.TextOf([.. lines.Select(l => l.Text)]), ConditionTable.AllOf(lines, resolver)))
        : new StratumRow(group.Name, new RowLine("everyone else", Condition.Always.Instance));

    private void CheckLast(Definition<StratumSyntax> definition, IReadOnlyList<GroupSyntax> groups)
    {
        var end = groups.Index().Where(g => g.Item.Lines is null).Select(g => g.Index).DefaultIfEmpty(-1).First();
        if (end < 0)
        {
            context.Mistakes.Add(definition.Place, $"{definition.Name} must end in a plain group for everyone who is left");
        }
        else if (end < groups.Count - 1)
        {
            context.Mistakes.Add(groups[end + 1].Place, "no one reaches this group: the one above takes everyone");
        }
    }
}
