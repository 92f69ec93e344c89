using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Every atom and date that a table comes to, through fields and registers too, and the numbers that each field is held against.</summary>
internal sealed class Mentions
{
    private readonly EvaluationPlan _plan;
    private readonly HashSet<int> _fieldsSeen = [];
    private readonly HashSet<int> _registersSeen = [];
    private readonly HashSet<int> _read = [];
    private readonly Dictionary<(int Field, FieldPart Part), SortedSet<decimal>> _limits = [];

    private Mentions(EvaluationPlan plan) => _plan = plan;

    /// <summary>Comparisons and questions that hold no other condition.</summary>
    public List<Condition> Atoms { get; } = [];

    public List<DateExpression> Dates { get; } = [];

    public static Mentions Of(EvaluationPlan plan, DecisionTable table)
    {
        var mentions = new Mentions(plan);
        mentions.Add(table.Population);
        table.Rows.ToList().ForEach(r => mentions.Add(r.When));
        return mentions;
    }

    /// <summary>True where the rules ask only whether there is such an entry: which of several is chosen changes nothing then.</summary>
    public bool OnlyPresence(int field) => !_read.Contains(field);

    /// <summary>Numbers that the rules hold this part of the field against.</summary>
    public IReadOnlyCollection<decimal> Limits(int field, FieldPart part) => _limits.GetValueOrDefault((field, part)) ?? [];

    /// <summary>The smallest step that matters: whole numbers where the unit is read in whole numbers, tenths or what the limits are written in elsewhere.</summary>
    public decimal Step(int field, FieldPart part)
    {
        if (part is not FieldPart.Value || _plan.Fields[field] is not FieldRule.Select { Filter.Value: { } value })
        {
            return 1;
        }

        var scale = Limits(field, part).Select(l => l.Scale + (Math.Abs(l) < 1 ? 1 : 0)).Append(value.Unit is null or "mmol/mol" ? 0 : 1).Max();
        return scale switch { 0 => 1m, 1 => 0.1m, _ => 0.01m };
    }

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case Condition.Named c: Add(c.Inner); return;
            case Condition.Not c: Add(c.Inner); return;
            case Condition.All c: AddAll(c.Conditions); return;
            case Condition.Any c: AddAll(c.Conditions); return;
            case Condition.InRegister c when _registersSeen.Add(c.Register):
                AddAll(_plan.Registers[c.Register].Rows.Select(r => r.Line.Condition));
                break;
            case Condition.DateIsPresent { On: DateExpression.OfField on } when _plan.Fields[on.Field] is FieldRule.Select:
                Dates.Add(on);
                Visit(on.Field);
                break;
            case Condition.DateIsPresent c: Add(c.On); break;
            case Condition.NumberIsPresent c: Add(c.Number); break;
            case Condition.Dates c: Add(c.Left); Add(c.Right); break;
            case Condition.Numbers c:
                Add(c.Left);
                Add(c.Right);
                Limit(c.Left, c.Right);
                Limit(c.Right, c.Left);
                break;
        }

        Atoms.Add(condition);
    }

    private void AddAll(IEnumerable<Condition> conditions) => conditions.ToList().ForEach(Add);

    private void Limit(NumberExpression number, NumberExpression other)
    {
        if (number is NumberExpression.OfField n && other is NumberExpression.Literal limit)
        {
            LimitOf(n.Field, n.Part, limit.Number);
        }
    }

    private void LimitOf(int field, FieldPart part, decimal limit) =>
        (_limits.TryGetValue((field, part), out var found) ? found : _limits[(field, part)] = []).Add(limit);

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
        Dates.Add(date);
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
        _read.Add(field);
        Visit(field);
    }

    private void Visit(int field)
    {
        if (!_fieldsSeen.Add(field))
        {
            return;
        }

        switch (_plan.Fields[field])
        {
            case FieldRule.Select f: Add(field, f.Filter); break;
            case FieldRule.Count f: Add(field, f.Filter); break;
            case FieldRule.Computed f: Add(f.On); break;
            case FieldRule.HowMany f: AddAll(f.Conditions); break;
        }
    }

    private void Add(int field, EventFilter filter)
    {
        filter.Bounds.ToList().ForEach(b => Add(b.On));
        if (filter.Value?.Limit is { } limit)
        {
            LimitOf(field, FieldPart.Value, limit);
        }
    }
}
