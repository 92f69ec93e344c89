namespace QofFhir.Core.Rules;

/// <summary>What an indicator reads: walks from its rows through registers, fields and their bounds, each once.</summary>
public sealed class Reach
{
    private readonly EvaluationPlan _plan;
    private readonly HashSet<int> _registers = [];
    private readonly HashSet<int> _fields = [];
    private readonly HashSet<int> _anyEntry = [];
    private readonly HashSet<int> _values = [];
    private readonly HashSet<Condition.Named> _named = new(ReferenceEqualityComparer.Instance);

    private Reach(EvaluationPlan plan) => _plan = plan;

    /// <summary>The clusters of which any entry may decide, in the order of their names; none for an attestation.</summary>
    public static IReadOnlyList<Cluster> ClustersOf(EvaluationPlan plan, IndicatorRule rule) => Named(plan, Of(plan, rule)._anyEntry);

    /// <summary>The clusters of which values decide: only measurements have them. A cluster may be among both.</summary>
    public static IReadOnlyList<Cluster> ValuesOf(EvaluationPlan plan, IndicatorRule rule) => Named(plan, Of(plan, rule)._values);

    /// <summary>Every cluster that decides, by entries or by values.</summary>
    public static IReadOnlyList<Cluster> AllOf(EvaluationPlan plan, IndicatorRule rule) => Of(plan, rule).All;

    /// <summary>Every cluster that decides a patient's group; none where groups are supplied.</summary>
    public static IReadOnlyList<Cluster> AllOf(EvaluationPlan plan, StratumRule rule)
    {
        var reach = new Reach(plan);
        if (rule is StratumRule.Table table)
        {
            reach.Conditions(table.Rows.Select(r => r.Line.Condition));
        }

        return reach.All;
    }

    /// <summary>The registers that decide the indicator, those that others lean on among them.</summary>
    public static IReadOnlyList<RegisterRule> RegistersOf(EvaluationPlan plan, IndicatorRule rule) =>
        [.. Of(plan, rule)._registers.Order().Select(r => plan.Registers[r])];

    /// <summary>The fields that it reads, those that bounds rest on among them.</summary>
    public static IReadOnlyList<FieldRule> FieldsOf(EvaluationPlan plan, IndicatorRule rule) =>
        [.. Of(plan, rule)._fields.Order().Select(f => plan.Fields[f])];

    /// <summary>The named conditions that it asks.</summary>
    public static IReadOnlyList<Condition.Named> ConditionsOf(EvaluationPlan plan, IndicatorRule rule) =>
        [.. Of(plan, rule)._named.OrderBy(c => c.Name, StringComparer.Ordinal)];

    private IReadOnlyList<Cluster> All => Named(_plan, [.. _anyEntry, .. _values]);

    private static IReadOnlyList<Cluster> Named(EvaluationPlan plan, HashSet<int> clusters) =>
        [.. clusters.Select(c => plan.Clusters[c]).OrderBy(c => c.Name, StringComparer.Ordinal)];

    private static Reach Of(EvaluationPlan plan, IndicatorRule rule)
    {
        var reach = new Reach(plan);
        switch (rule)
        {
            case IndicatorRule.Register register:
                reach.Registers(register.Registers);
                break;
            case IndicatorRule.Fraction fraction:
                reach.Registers(fraction.Population);
                reach.Conditions(fraction.Rows.SelectMany(r => r.Lines).Select(l => l.Condition));
                break;
        }

        return reach;
    }

    private void Registers(IEnumerable<int> registers)
    {
        foreach (var register in registers.Where(_registers.Add))
        {
            Conditions(_plan.Registers[register].Rows.Select(r => r.Line.Condition));
        }
    }

    private void Conditions(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            switch (condition)
            {
                case Condition.All all: Conditions(all.Conditions); break;
                case Condition.Any any: Conditions(any.Conditions); break;
                case Condition.Not not: Conditions([not.Inner]); break;
                case Condition.Named named: _named.Add(named); Conditions([named.Inner]); break;
                case Condition.InRegister register: Registers([register.Register]); break;
                case Condition.DateIsPresent present: Dates([present.On]); break;
                case Condition.NumberIsPresent present: Number(present.Number); break;
                case Condition.Dates dates: Dates([dates.Left, dates.Right]); break;
                case Condition.Numbers numbers: Number(numbers.Left); Number(numbers.Right); break;
            }
        }
    }

    private void Number(NumberExpression number)
    {
        switch (number)
        {
            case NumberExpression.OfField field: Field(field.Field); break;
            case NumberExpression.AgeAt age: Dates([age.On]); break;
            case NumberExpression.HowMany many: Conditions(many.Conditions); break;
        }
    }

    private void Dates(IEnumerable<DateExpression> dates)
    {
        foreach (var date in dates)
        {
            switch (date)
            {
                case DateExpression.OfField field: Field(field.Field); break;
                case DateExpression.Plus plus: Dates([plus.Start]); break;
                case DateExpression.LaterOf later: Dates(later.Dates); break;
                case DateExpression.EarlierOf earlier: Dates(earlier.Dates); break;
            }
        }
    }

    private void Field(int field)
    {
        if (!_fields.Add(field))
        {
            return;
        }

        switch (_plan.Fields[field])
        {
            case FieldRule.Select select: Filter(select.Filter); break;
            case FieldRule.Count count: Filter(count.Filter); break;
            case FieldRule.Computed computed: Dates([computed.On]); break;
            case FieldRule.HowMany many: Conditions(many.Conditions); break;
        }
    }

    private void Filter(EventFilter filter)
    {
        (filter.Value is null && !filter.WithPressure ? _anyEntry : _values).UnionWith(filter.Clusters);
        Dates(filter.Bounds.Select(b => b.On));
    }
}
