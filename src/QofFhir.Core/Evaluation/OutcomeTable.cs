using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>An indicator's rows with the outcome of each made once: all patients of a row share one object.</summary>
internal sealed class OutcomeTable(IndicatorRule rule)
{
    private readonly Outcome[] _outcomes = rule is IndicatorRule.Fraction f ? [.. f.Rows.Select(Of)] : [];

    public People People => rule.People;

    public IReadOnlyList<int> Population { get; } = rule switch
    {
        IndicatorRule.Fraction f => f.Population,
        IndicatorRule.Register r => r.Registers,
        _ => [],
    };

    public IReadOnlyList<Row> Rows { get; } = rule is IndicatorRule.Fraction f ? f.Rows : [];

    public Outcome AfterLastRow { get; } =
        rule is IndicatorRule.Fraction ? new Outcome.Outstanding(null) : Outcome.OnRegister.Instance;

    public Outcome OutcomeOf(int row) => _outcomes[row];

    private static Outcome Of(Row row) => row.End switch
    {
        RowEnd.Exclude => new Outcome.Excluded(row),
        RowEnd.Achieve => new Outcome.Achieved(row),
        RowEnd.Adjust => new Outcome.Adjusted(row),
        _ => new Outcome.Outstanding(row),
    };
}
