using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Publishing;

namespace QofFhir.Tests.Spec;

/// <summary>A framework broken in one place, row by row and field by field, with the text of what is broken.</summary>
internal static class PlanMutants
{
    /// <summary>Without the breaks that a later year has too, of the very same text: they are made there.</summary>
    public static IEnumerable<(string What, string Text, Framework Broken)> OfThisYear(
        Framework framework, Func<Framework, IEnumerable<(string What, string Text, Framework Broken)>> mutants)
    {
        var later = Rulebook.FrameworkIds.Select(Rulebook.Framework).Where(f => f.YearStart > framework.YearStart)
            .SelectMany(mutants).Select(m => (m.What, m.Text)).ToHashSet();
        return mutants(framework).Where(m => !later.Contains((m.What, m.Text)));
    }

    /// <summary>Each row of each indicator and register that never holds, and that always does.</summary>
    public static IEnumerable<(string What, string Text, Framework Broken)> OfRows(Framework framework) =>
        Rows(framework, line => [("never", ConditionMutants.Never), ("always", Condition.Always.Instance)]);

    /// <summary>Each line of each row, broken in each small way.</summary>
    public static IEnumerable<(string What, string Text, Framework Broken)> OfConditions(Framework framework) => Rows(framework, ConditionMutants.Of, byLine: true);

    /// <summary>Each field that the indicators ask, broken in each small way.</summary>
    public static IEnumerable<(string What, string Text, Framework Broken)> OfFields(Framework framework)
    {
        var asking = framework.Indicators.Select(i => (Indicator: i, Asked: AskedFields.Of(framework.Plan, framework.Rule(i)))).ToArray();
        return from field in asking.SelectMany(a => a.Asked.Fields).Distinct().Order()
               let concerned = framework with { Indicators = [.. asking.Where(a => a.Asked.Fields.Contains(field)).Select(a => a.Indicator)] }
               from mutant in Of(framework.Plan.Fields[field])
               select ($"{framework.Plan.Fields[field].Name}: {mutant.What}", framework.Plan.Fields[field].Text,
                   concerned with { Plan = framework.Plan with { Fields = With(framework.Plan.Fields, field, mutant.Broken) } });
    }

    private static IEnumerable<(string What, string Text, Framework Broken)> Rows(
        Framework framework, Func<Condition, IEnumerable<(string What, Condition Broken)>> mutants, bool byLine = false)
    {
        foreach (var indicator in framework.Indicators)
        {
            if (framework.Rule(indicator) is not IndicatorRule.Fraction rule)
            {
                continue;
            }

            var text = string.Join('\n', RuleTexts.Of(framework.Plan, indicator));
            for (var r = 0; r < rule.Rows.Count; r++)
            {
                var row = rule.Rows[r];
                var broken = byLine
                    ? row.Lines.SelectMany((line, l) => mutants(line.Condition)
                        .Select(m => ($"line {l}: {m.What}", (IReadOnlyList<RowLine>)With(row.Lines, l, line with { Condition = m.Broken })))
                        .Concat(row.Lines.Count == 1 ? [] : [($"without line {l}", (IReadOnlyList<RowLine>)[.. row.Lines.Where((_, i) => i != l)])]))
                    : mutants(Condition.Always.Instance).Select(m => (m.What, (IReadOnlyList<RowLine>)[new RowLine(m.What, m.Broken)]));
                foreach (var (what, lines) in broken)
                {
                    var indicators = With(framework.Plan.Indicators, indicator.Rule!.Value, rule with { Rows = With(rule.Rows, r, row with { Lines = lines }) });
                    yield return ($"{indicator.Id} {row.Name}: {what}", text,
                        framework with { Indicators = [indicator], Plan = framework.Plan with { Indicators = indicators } });
                }
            }
        }

        var asking = framework.Indicators.Select(i => (Indicator: i, Asked: AskedFields.Of(framework.Plan, framework.Rule(i)))).ToArray();
        foreach (var register in asking.SelectMany(a => a.Asked.Registers).Distinct().Order())
        {
            var rule = framework.Plan.Registers[register];
            var concerned = framework with { Indicators = [.. asking.Where(a => a.Asked.Registers.Contains(register)).Select(a => a.Indicator)] };
            for (var r = 0; r < rule.Rows.Count - 1; r++)
            {
                foreach (var (what, condition) in mutants(rule.Rows[r].Line.Condition))
                {
                    var rows = With(rule.Rows, r, rule.Rows[r] with { Line = rule.Rows[r].Line with { Condition = condition } });
                    yield return ($"{rule.Name} row {r + 1}: {what}", string.Join('\n', rule.Rows.Select(row => $"{row.Selects} {row.Line.Text}")),
                        concerned with { Plan = framework.Plan with { Registers = With(framework.Plan.Registers, register, rule with { Rows = rows }) } });
                }
            }
        }
    }

    private static IEnumerable<(string What, FieldRule Broken)> Of(FieldRule rule)
    {
        if (rule is FieldRule.Computed computed)
        {
            return ConditionMutants.Of(computed.On).Select(m => (m.What, (FieldRule)(computed with { On = m.Broken })));
        }

        if (rule is FieldRule.Count count)
        {
            return Filters(count.Filter).Select(m => (m.What, (FieldRule)(count with { Filter = m.Broken })));
        }

        if (rule is not FieldRule.Select select)
        {
            return [];
        }

        return Filters(select.Filter).Select(m => (m.What, (FieldRule)(select with { Filter = m.Broken })))
            .Append(("other end", select with { Pick = select.Pick == Pick.Latest ? Pick.Earliest : Pick.Latest }));
    }

    private static IEnumerable<(string What, EventFilter Broken)> Filters(EventFilter filter)
    {
        if (filter.Clusters.Count > 1)
        {
            for (var c = 0; c < filter.Clusters.Count; c++)
            {
                yield return ($"without cluster {c}", filter with { Clusters = [.. filter.Clusters.Where((_, i) => i != c)] });
            }
        }

        if (filter.Value is { } value)
        {
            yield return ("highest for lowest", filter with { Value = value with { HighestFirst = !value.HighestFirst } });
        }

        if (filter.Value is { Comparison: { } comparison, Limit: { } limit } compared)
        {
            foreach (var (what, broken) in ConditionMutants.Of(comparison, limit))
            {
                yield return ($"value {what}", filter with { Value = compared with { Comparison = broken.Comparison, Limit = broken.Limit } });
            }
        }

        if (filter.NewEpisode)
        {
            yield return ("any episode", filter with { NewEpisode = false });
        }

        for (var b = 0; b < filter.Bounds.Count; b++)
        {
            var bound = filter.Bounds[b];
            yield return ($"without bound {b}", filter with { Bounds = [.. filter.Bounds.Where((_, i) => i != b)] });
            var neighbour = bound.Kind switch
            {
                BoundKind.After => BoundKind.OnOrAfter,
                BoundKind.OnOrAfter => BoundKind.After,
                BoundKind.Before => BoundKind.OnOrBefore,
                BoundKind.OnOrBefore => BoundKind.Before,
                _ => BoundKind.OnOrAfter,
            };
            yield return ($"bound {b} {neighbour}", filter with { Bounds = With(filter.Bounds, b, bound with { Kind = neighbour }) });
            foreach (var (what, on) in ConditionMutants.Of(bound.On))
            {
                yield return ($"bound {b}: {what}", filter with { Bounds = With(filter.Bounds, b, bound with { On = on }) });
            }
        }
    }

    private static List<T> With<T>(IReadOnlyList<T> items, int place, T item) => [.. items.Select((old, i) => i == place ? item : old)];
}
