using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>What a line of reasoning has taken for granted about a patient: which dates are there, where they lie, and what compares how.</summary>
/// <remarks>Always too generous, never too strict: a contradiction found here is one.</remarks>
internal sealed class Knowledge
{
    private const int Oldest = 150 * 366;
    private readonly Slice _slice;
    private readonly DraftWalk _constants;
    private readonly int _known;
    private readonly Dictionary<string, Span> _spans;
    private readonly Dictionary<string, bool> _there;
    private readonly List<(DateExpression Left, Comparison Comparison, DateExpression Right)> _facts;

    public Knowledge(Slice slice, ServiceDates dates)
    {
        (_slice, _known) = (slice, dates.AchievementDate.DayNumber);
        var nobody = new Draft { Born = _known };
        nobody.Register(_known);
        _constants = new DraftWalk(slice, nobody, dates);
        (_spans, _there, _facts) = ([], [], []);
    }

    private Knowledge(Knowledge other)
    {
        (_slice, _constants, _known) = (other._slice, other._constants, other._known);
        (_spans, _there, _facts) = (new(other._spans), new(other._there), [.. other._facts]);
    }

    public Knowledge Copy() => new(this);

    /// <summary>False when it contradicts what was taken for granted before.</summary>
    public bool Take(string question, bool answer) => _there.TryAdd(question, answer) || _there[question] == answer;

    /// <summary>The date is there, or it is not.</summary>
    public bool TakePresence(DateExpression date, bool present) => date switch
    {
        DateExpression.OfField { Field: var f } when _slice.Plan.Fields[f] is FieldRule.Computed c => TakePresence(c.On, present),
        DateExpression.OfField { Field: var f } when _there.TryGetValue($"there {f}", out var before) => before == present,
        DateExpression.OfField { Field: var f } => Take($"there {f}", present) && (!present || TakeBounds(f)),
        DateExpression.Plus d => TakePresence(d.Start, present),
        DateExpression.Named or DateExpression.Literal or DateExpression.DayOfServiceYear => present,
        _ => true,
    };

    /// <summary>Both dates are there and compare so.</summary>
    public bool TakeComparison(DateExpression left, Comparison comparison, DateExpression right)
    {
        if (!TakePresence(left, true) || !TakePresence(right, true))
        {
            return false;
        }

        _facts.Add((left, comparison, right));
        return IsPossible();
    }

    /// <summary>A number, named by a text, compares so with a constant.</summary>
    public bool TakeNumber(string name, Comparison comparison, decimal limit)
    {
        var span = _spans.GetValueOrDefault(name, new Span(decimal.MinValue, decimal.MaxValue)).Narrowed(comparison, new Span(limit, limit), 0.0001m);
        _spans[name] = span;
        return !span.IsEmpty;
    }

    private bool TakeBounds(int field) => _slice.Plan.Fields[field] is not FieldRule.Select { Filter.Bounds: var bounds }
        || bounds.All(b => TakeComparison(Fact(field, b).Left, Fact(field, b).Comparison, b.On));

    private static (DateExpression Left, Comparison Comparison, DateExpression Right) Fact(int field, DateBound bound) => (
        new DateExpression.OfField(field),
        bound.Kind switch
        {
            BoundKind.After => Comparison.Greater,
            BoundKind.OnOrAfter => Comparison.AtLeast,
            BoundKind.Before => Comparison.Less,
            BoundKind.OnOrBefore => Comparison.AtMost,
            _ => Comparison.Equal,
        },
        bound.On);

    /// <summary>Narrows until nothing changes any more, or something cannot be.</summary>
    private bool IsPossible()
    {
        for (var round = 0; round < 6; round++)
        {
            foreach (var (left, comparison, right) in _facts)
            {
                if (!Of(left).May(comparison, Of(right)))
                {
                    return false;
                }

                Narrow(left, comparison, right);
                Narrow(right, Turned(comparison), left);
            }
        }

        return _spans.Values.All(s => !s.IsEmpty);
    }

    private void Narrow(DateExpression date, Comparison comparison, DateExpression other)
    {
        if (Variable(date) is { } name)
        {
            _spans[name] = Of(date).Narrowed(comparison, Of(other), 1);
        }
    }

    private Span Of(DateExpression date) => date switch
    {
        _ when Variable(date) is { } name => _spans.GetValueOrDefault(name, new Span(_known - Oldest, _known)),
        DateExpression.OfField d => Of(((FieldRule.Computed)_slice.Plan.Fields[d.Field]).On),
        DateExpression.Plus d => Of(d.Start) is var s ? new Span(Day.Plus((int)s.Low, d.Amount), Day.Plus((int)s.High, d.Amount)) : default,
        // Which of them are there is not known: any may be it.
        DateExpression.LaterOf d => Joined(d.Dates),
        DateExpression.EarlierOf d => Joined(d.Dates),
        _ => new Span(_constants.On(date), _constants.On(date)),
    };

    private Span Joined(IReadOnlyList<DateExpression> dates) =>
        dates.Select(Of).Aggregate((a, b) => new Span(Math.Min(a.Low, b.Low), Math.Max(a.High, b.High)));

    private string? Variable(DateExpression date) => date switch
    {
        DateExpression.OfField d when _slice.Plan.Fields[d.Field] is FieldRule.Select => $"field {d.Field}",
        DateExpression.Named { Name: NamedDate.Birth } => "birth",
        DateExpression.Named { Name: NamedDate.Registration } => "registration",
        _ => null,
    };

    private static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.AtLeast => Comparison.AtMost,
        Comparison.Greater => Comparison.Less,
        _ => comparison,
    };
}
