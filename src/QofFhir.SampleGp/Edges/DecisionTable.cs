using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>What indicators and registers have in common: a population, and rows of which the first that holds decides.</summary>
internal sealed record DecisionTable(string Name, Condition Population, IReadOnlyList<DecisionRow> Rows)
{
    public const int Outside = -1;
    public const int OffList = -2;

    /// <summary>An indicator; null for one that no patient decides.</summary>
    public static DecisionTable? Of(IndicatorRule rule) => rule switch
    {
        IndicatorRule.Fraction f => new DecisionTable(f.Id, In(f.Population), [.. f.Rows.Select((r, i) => Row(r, i))]),
        IndicatorRule.Register r => new DecisionTable(r.Id, In(r.Registers), []),
        _ => null,
    };

    public static DecisionTable Of(RegisterRule register) => new(
        register.Name, Condition.Always.Instance,
        [.. register.Rows.Select((r, i) => new DecisionRow($"{i + 1} {(r.Selects ? "select" : "reject")}", r.Selects ? "on" : "not on", r.Line.Condition))]);

    /// <summary>The walk comes as far as this row.</summary>
    public IEnumerable<Goal> Before(int row) => Rows.Take(row).Select(r => new Goal(r.When, false)).Prepend(new Goal(Population, true));

    /// <summary>What is decided there, in words; two rows of equal words are no different for a patient.</summary>
    public string Result(int place) => place switch
    {
        OffList => "off the list",
        Outside => "outside",
        _ when place == Rows.Count => "after the last row",
        _ => Rows[place].Result,
    };

    private static Condition In(IReadOnlyList<int> registers) => registers.Count == 0
        ? Condition.Always.Instance
        : new Condition.Any([.. registers.Select(r => new Condition.InRegister(r))]);

    private static DecisionRow Row(Row row, int place) => new(
        $"{place + 1} {row.Name}", $"{row.End} {row.Label}",
        row.Lines.Count == 1 ? row.Lines[0].Condition : new Condition.All([.. row.Lines.Select(l => l.Condition)]));
}
