using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Copies rules into a plan in the making, with all that they name, each once.</summary>
/// <param name="within">True when the parts are those of the plan itself: then only what leads to a replaced part is copied, the rest stays.</param>
internal sealed class PlanCopy(EvaluationPlan plan, PlanParts parts, bool within)
{
    private readonly Dictionary<int, int> _fields = [];
    private readonly Dictionary<int, int> _registers = [];
    private readonly Dictionary<int, int> _clusters = [];
    private bool _changed;

    /// <summary>How a cluster is copied, where not as it stands.</summary>
    public Func<Cluster, Cluster> ClusterAs { get; init; } = c => c;

    public void ReplaceField(int field, int by) => _fields.Add(field, by);

    public void ReplaceCluster(int cluster, int by) => _clusters.Add(cluster, by);

    public DecisionTable Of(DecisionTable table) => table with
    {
        Population = Kept(table.Population, Of),
        Rows = [.. table.Rows.Select(r => r with { When = Kept(r.When, Of) })],
    };

    public Condition Of(Condition condition) => condition switch
    {
        Condition.Named c => c with { Inner = Of(c.Inner) },
        Condition.Not c => new Condition.Not(Of(c.Inner)),
        Condition.All c => new Condition.All([.. c.Conditions.Select(Of)]),
        Condition.Any c => new Condition.Any([.. c.Conditions.Select(Of)]),
        Condition.InRegister c => new Condition.InRegister(Register(c.Register)),
        Condition.DateIsPresent c => new Condition.DateIsPresent(Of(c.On)),
        Condition.NumberIsPresent c => new Condition.NumberIsPresent(Of(c.Number)),
        Condition.Dates c => c with { Left = Of(c.Left), Right = Of(c.Right) },
        Condition.Numbers c => c with { Left = Of(c.Left), Right = Of(c.Right) },
        _ => condition,
    };

    public DateExpression Of(DateExpression date) => date switch
    {
        DateExpression.OfField d => new DateExpression.OfField(Field(d.Field)),
        DateExpression.Plus d => d with { Start = Of(d.Start) },
        DateExpression.LaterOf d => new DateExpression.LaterOf([.. d.Dates.Select(Of)]),
        DateExpression.EarlierOf d => new DateExpression.EarlierOf([.. d.Dates.Select(Of)]),
        _ => date,
    };

    public NumberExpression Of(NumberExpression number) => number switch
    {
        NumberExpression.OfField n => n with { Field = Field(n.Field) },
        NumberExpression.AgeAt n => new NumberExpression.AgeAt(Of(n.On)),
        NumberExpression.HowMany n => new NumberExpression.HowMany([.. n.Conditions.Select(Of)]),
        _ => number,
    };

    private FieldRule Of(FieldRule field) => field switch
    {
        FieldRule.Select f => f with { Filter = Of(f.Filter) },
        FieldRule.Count f => f with { Filter = Of(f.Filter) },
        FieldRule.Computed f => f with { On = Of(f.On) },
        FieldRule.HowMany f => f with { Conditions = [.. f.Conditions.Select(Of)] },
        _ => field,
    };

    private EventFilter Of(EventFilter filter) => filter with
    {
        Clusters = [.. filter.Clusters.Select(ClusterOf)],
        Bounds = [.. filter.Bounds.Select(b => b with { On = Of(b.On) })],
    };

    private int Field(int field) =>
        Placed(_fields, field, () => Of(plan.Fields[field]), copied => within ? parts.Add(copied, field) : parts.Add(copied));

    private int Register(int register) => Placed(
        _registers, register,
        () => plan.Registers[register] is var r
            ? r with { Rows = [.. r.Rows.Select(row => row with { Line = row.Line with { Condition = Of(row.Line.Condition) } })] }
            : null!,
        parts.Add);

    private int ClusterOf(int cluster) => Placed(_clusters, cluster, () => ClusterAs(plan.Clusters[cluster]), parts.Add);

    private int Placed<T>(Dictionary<int, int> places, int old, Func<T> copy, Func<T, int> add)
    {
        if (!places.TryGetValue(old, out var place))
        {
            var before = _changed;
            _changed = !within;
            var copied = copy();
            place = _changed ? add(copied) : old;
            places.Add(old, place);
            _changed = before;
        }

        _changed |= place != old;
        return place;
    }

    /// <summary>The very object where nothing changed, so that a twin's broken rows are known by being others.</summary>
    private Condition Kept(Condition condition, Func<Condition, Condition> copy)
    {
        _changed = false;
        var copied = copy(condition);
        return _changed || !within ? copied : condition;
    }
}
