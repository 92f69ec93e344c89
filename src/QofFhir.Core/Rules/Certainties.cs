namespace QofFhir.Core.Rules;

/// <summary>How sure a whole is that rests on several facts.</summary>
public static class Certainties
{
    /// <summary>That of the indicator's least certain rule: its own source, its rows, and the rows of the registers that decide it.</summary>
    public static Certainty OfRules(EvaluationPlan plan, IndicatorRule rule) => Reach.RegistersOf(plan, rule)
        .SelectMany(r => r.Rows.Select(row => row.Source.Certainty).Append(r.Source.Certainty))
        .Concat(rule is IndicatorRule.Fraction fraction ? fraction.Rows.Select(r => r.Source.Certainty) : [])
        .Append(rule.Source.Certainty)
        .Max();
}
