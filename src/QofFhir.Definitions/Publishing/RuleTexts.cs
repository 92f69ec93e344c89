using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

/// <summary>Everything that decides an indicator, as it is written: its population, its rows and their order, and the registers, fields and conditions behind them.</summary>
internal static class RuleTexts
{
    /// <returns>Text by what it defines, such as <c>row adjust DMMAX</c>; empty without rules.</returns>
    public static IReadOnlyDictionary<string, string> Of(EvaluationPlan plan, FrameworkIndicator indicator)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (indicator.Rule is not { } number)
        {
            return texts;
        }

        var rule = plan.Indicators[number];
        switch (rule)
        {
            case IndicatorRule.Attestation attestation:
                texts.Add("question", attestation.Question);
                return texts;
            case IndicatorRule.Register register:
                texts.Add("population", Population(plan, register.Registers));
                break;
            case IndicatorRule.Fraction fraction:
                texts.Add("population", Population(plan, fraction.Population));
                Rows(texts, fraction.Rows);
                break;
        }

        foreach (var register in Reach.RegistersOf(plan, rule))
        {
            Add(texts, $"register {register.Name}", string.Join("; ", register.Rows.Select(r => $"{(r.Selects ? "select" : "reject")} {r.Line.Text}")));
        }

        foreach (var field in Reach.FieldsOf(plan, rule))
        {
            Add(texts, $"field {field.Name}", field.Text);
        }

        foreach (var condition in Reach.ConditionsOf(plan, rule))
        {
            Add(texts, $"condition {condition.Name}", condition.Text);
        }

        return texts;
    }

    private static string Population(EvaluationPlan plan, IReadOnlyList<int> registers) =>
        registers.Count == 0 ? "everyone" : string.Join(" or ", registers.Select(r => plan.Registers[r].Name));

    private static void Rows(SortedDictionary<string, string> texts, IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            var reason = row.Reason is { } r ? $"{r}: " : "";
            Add(texts, $"row {row.End.ToString().ToLowerInvariant()} {row.Label}".TrimEnd(), reason + string.Join("; ", row.Lines.Select(l => l.Text)));
        }

        texts.Add("rows in order", string.Join(", ", rows.Select(r => r.Name)));
    }

    /// <summary>Two rulesets may use one name for two things.</summary>
    private static void Add(SortedDictionary<string, string> texts, string name, string text) =>
        texts[name] = texts.TryGetValue(name, out var other) && other != text ? $"{other} | {text}" : text;
}
