using System.Text.Json;
using QofFhir.Core.Rules;

namespace QofFhir.Fhir.Writing;

/// <summary>The rows that decide a Measure, with the names that CQRS counts them by and how sure each is. Defined in <c>profiles/StructureDefinition-qof-row.json</c>.</summary>
internal static class RowExtensions
{
    /// <summary>The rows of the indicator; of a register indicator, those of its registers. Registers that a row leans on are not repeated.</summary>
    public static void Write(Utf8JsonWriter json, EvaluationPlan plan, IndicatorRule? rule)
    {
        switch (rule)
        {
            case IndicatorRule.Fraction fraction:
                foreach (var row in fraction.Rows)
                {
                    Row(json, CodeNames.Of(row.End), row.Label, row.Reason is { } reason ? CodeNames.Of(reason) : null, row.Rule, row.Source);
                }

                break;
            case IndicatorRule.Register indicator:
                foreach (var register in indicator.Registers.Select(r => plan.Registers[r]))
                {
                    foreach (var row in register.Rows)
                    {
                        Row(json, row.Selects ? "select" : "reject", register.Name, null, row.Rule, row.Source);
                    }
                }

                break;
        }
    }

    private static void Row(Utf8JsonWriter json, string end, string? name, string? reason, string? rule, RuleSource source)
    {
        json.StartComplexExtension(Canonicals.QofRow);
        json.CodeExtension("end", end);
        json.StringExtension("name", name);
        json.CodeExtension("reason", reason);
        json.StringExtension("rule", rule);
        json.StringExtension("source", source.Document);
        json.CodeExtension("certainty", CodeNames.Of(source.Certainty));
        json.EndComplexExtension();
    }
}
