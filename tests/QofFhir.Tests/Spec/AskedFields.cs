using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec;

/// <summary>The fields and registers that an indicator asks, by way of registers and other fields too.</summary>
/// <param name="direct">Only those that a condition asks to be there: not what stands under a <c>not</c>, nor what bounds a field.</param>
internal sealed class AskedFields(EvaluationPlan plan, bool direct = false)
{
    private readonly SortedSet<int> _fields = [];
    private readonly HashSet<int> _registers = [];

    public IReadOnlySet<int> Fields => _fields;

    public IReadOnlySet<int> Registers => _registers;

    public static AskedFields Of(EvaluationPlan plan, IndicatorRule rule)
    {
        var asked = new AskedFields(plan);
        asked.Add(rule);
        return asked;
    }

    /// <summary>Names of the clusters that achieve rows ask for themselves.</summary>
    public static IEnumerable<string> OfAchieving(EvaluationPlan plan, IndicatorRule.Fraction rule)
    {
        var asked = new AskedFields(plan, direct: true);
        asked.AddAll(rule.Rows.Where(r => r.End == RowEnd.Achieve).SelectMany(r => r.Lines).Select(l => l.Condition));
        return asked.Fields.SelectMany(f => plan.Fields[f] switch
        {
            FieldRule.Select s => s.Filter.Clusters,
            FieldRule.Count c => c.Filter.Clusters,
            _ => [],
        }).Select(c => plan.Clusters[c].Name).Distinct();
    }

    private void Add(IndicatorRule rule)
    {
        var (registers, rows) = rule switch
        {
            IndicatorRule.Fraction f => (f.Population, f.Rows),
            IndicatorRule.Register f => (f.Registers, []),
            _ => ([], []),
        };
        foreach (var register in registers)
        {
            Add(new Condition.InRegister(register));
        }

        foreach (var line in rows.SelectMany(r => r.Lines))
        {
            Add(line.Condition);
        }
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case Condition.All c: AddAll(c.Conditions); break;
            case Condition.Any c: AddAll(c.Conditions); break;
            case Condition.Not c when !direct: Add(c.Inner); break;
            case Condition.Named c: Add(c.Inner); break;
            case Condition.InRegister c when _registers.Add(c.Register): AddAll(plan.Registers[c.Register].Rows.Select(r => r.Line.Condition)); break;
            case Condition.DateIsPresent c: Add(c.On); break;
            case Condition.NumberIsPresent c: Add(c.Number); break;
            case Condition.Dates c: Add(c.Left); Add(c.Right); break;
            case Condition.Numbers c: Add(c.Left); Add(c.Right); break;
        }
    }

    private void AddAll(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            Add(condition);
        }
    }

    private void Add(NumberExpression number)
    {
        switch (number)
        {
            case NumberExpression.OfField n: Add(n.Field); break;
            case NumberExpression.AgeAt n: Add(n.On); break;
            case NumberExpression.HowMany n: AddAll(n.Conditions); break;
        }
    }

    private void Add(DateExpression date)
    {
        switch (date)
        {
            case DateExpression.OfField d: Add(d.Field); break;
            case DateExpression.Plus d: Add(d.Start); break;
            case DateExpression.LaterOf d: d.Dates.ToList().ForEach(Add); break;
            case DateExpression.EarlierOf d: d.Dates.ToList().ForEach(Add); break;
        }
    }

    private void Add(int field)
    {
        if (!_fields.Add(field))
        {
            return;
        }

        switch (plan.Fields[field])
        {
            case FieldRule.Select f when !direct: f.Filter.Bounds.Select(b => b.On).ToList().ForEach(Add); break;
            case FieldRule.Count f when !direct: f.Filter.Bounds.Select(b => b.On).ToList().ForEach(Add); break;
            case FieldRule.Computed f: Add(f.On); break;
            case FieldRule.HowMany f: AddAll(f.Conditions); break;
        }
    }
}
