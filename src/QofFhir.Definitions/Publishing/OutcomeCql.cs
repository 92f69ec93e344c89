using System.Globalization;
using System.Text;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

/// <summary>Writes who is counted: the table of an indicator's rows, the outcome that it gives, and the populations of the Measure.</summary>
internal sealed class OutcomeCql(CqlScript script, IndicatorRule rule)
{
    private const string Population = "Initial Population";

    /// <summary>The definitions that it writes beside one for each row.</summary>
    public static readonly string[] Names =
        [Population, "Outcome", "Outcome Label", "Denominator", "Denominator Exclusion", "Denominator Exception", "Numerator"];

    private readonly StringBuilder _text = new();

    public string Write()
    {
        if (rule is IndicatorRule.Fraction fraction)
        {
            Define(Population, OnListAnd(fraction.Population));
            Rows(fraction.Rows);
        }
        else
        {
            Define(Population, OnListAnd(((IndicatorRule.Register)rule).Registers));
        }

        return _text.ToString().TrimEnd('\n') + "\n";
    }

    private string OnListAnd(IReadOnlyList<int> registers) => registers.Count == 0
        ? "\"REG_DAT\" is not null"
        : "\"REG_DAT\" is not null and (" + string.Join(" or ", registers.Select(script.Register)) + ")";

    private void Rows(IReadOnlyList<Row> rows)
    {
        var outcome = new StringBuilder();
        var label = new StringBuilder();
        foreach (var (i, row) in rows.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Row {i + 1}: {row.Name}");
            var holds = row.Lines.Select(l => row.Lines.Count > 1 && l.Condition is Condition.Any ? $"({script.Holds(l.Condition)})" : script.Holds(l.Condition));
            var lines = row.Lines.Count == 0 ? "true" : string.Join("\n    and ", holds);
            Define(name, lines, Comment(row));
            var when = $"\n    when {CqlScript.Quoted(name)} then ";
            outcome.Append(when).Append('\'').Append(Ending(row.End)).Append('\'');
            label.Append(when).Append(row.Label is null ? "null" : $"'{row.Label}'");
        }

        Define("Outcome", $"case\n    when not \"{Population}\" then null{outcome}\n    else 'outstanding'\n  end", "The first row that holds decides");
        Define(
            "Outcome Label", rows.All(r => r.Label is null) ? "null as String" : $"case\n    when not \"{Population}\" then null{label}\n    else null\n  end", "The label of the row that excluded or adjusted");
        Define("Denominator", $"\"{Population}\"");
        Define("Denominator Exclusion", "(\"Outcome\" = 'excluded') is true");
        Define("Numerator", "(\"Outcome\" = 'achieved') is true");
        Define("Denominator Exception", "(\"Outcome\" = 'adjusted') is true");
    }

    private string Comment(Row row)
    {
        var number = row.Rule is null ? "" : $"Rule {row.Rule}. ";
        var reason = row.Reason is { } r ? Words(r) + ". " : "";
        var source = row.Source == rule.Source ? "" : ". " + CqlScript.Said(row.Source);
        return $"{number}{reason}{string.Join(" and ", row.Lines.Select(l => l.Text))}{source}";
    }

    private void Define(string name, string body, string? comment = null)
    {
        if (comment is not null)
        {
            _text.Append("// ").Append(CqlScript.OneLine(comment)).Append('\n');
        }

        _text.Append("define ").Append(CqlScript.Quoted(name)).Append(":\n  ").Append(body).Append("\n\n");
    }

    private static string Words(AdjustmentReason reason) => reason switch
    {
        AdjustmentReason.PatientChoseNotTo => "Patient chose not to",
        AdjustmentReason.DidNotRespond => "Did not respond",
        AdjustmentReason.ServiceNotAvailable => "Service not available",
        AdjustmentReason.NewlyDiagnosed => "Newly diagnosed",
        AdjustmentReason.NewlyRegistered => "Newly registered",
        _ => "Unsuitable",
    };

    private static string Ending(RowEnd end) => end switch
    {
        RowEnd.Exclude => "excluded",
        RowEnd.Achieve => "achieved",
        RowEnd.Adjust => "adjusted",
        _ => "outstanding",
    };
}
