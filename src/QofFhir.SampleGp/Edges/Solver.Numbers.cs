using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Numbers made as wanted: values, counts, ages.</summary>
internal sealed partial class Solver
{
    private void MakePresent(NumberExpression number, bool present)
    {
        switch (number)
        {
            case NumberExpression.OfField n: MakePresent(new DateExpression.OfField(n.Field), present); break;
            case NumberExpression.AgeAt n: MakePresent(n.On, present); break;
        }
    }

    private bool SetNumber(NumberExpression number, decimal target) => number switch
    {
        NumberExpression.OfField { Part: FieldPart.Number } n => SetCount(n.Field, target),
        NumberExpression.OfField n => SetValue(n, target),
        NumberExpression.AgeAt n => SetAge(n.On, (int)Math.Clamp(target, -1, 120)),
        NumberExpression.HowMany n => Flip(n.Conditions, target),
        _ => false,
    };

    private bool SetValue(NumberExpression.OfField number, decimal target)
    {
        var place = number.Part == FieldPart.Diastolic ? _walk.SecondEventOf(number.Field) : _walk.EventOf(number.Field);
        if (Chosen(place) is not { } e)
        {
            return false;
        }

        // On the limit itself a bound decides: "75 or above" is neither at most 75 nor above it.
        var onLimit = slice.Mentions.Limits(slice.Parts.OriginOf(number.Field), number.Part).Contains(target);
        var value = new Measured(target, luck.Percent(onLimit ? 70 : 92) ? ValueBound.Exact : SomeBound());
        if (luck.Percent(20))
        {
            // Beside the old one, on another day: which of them is chosen is a rule too.
            _draft.Events.Add(e with { Day = e.Day + luck.Of(-400, -30, -1, 1, 30) });
        }

        _draft.Events[_draft.Events.IndexOf(e)] = number.Part switch
        {
            FieldPart.Systolic => e with { Systolic = value },
            FieldPart.Diastolic => e with { Diastolic = value },
            _ => e with { Value = value, Unit = (FilterOf(number.Field)?.Value)?.Unit },
        };
        if (luck.Percent(15))
        {
            // A second entry of that day: which of them decides is a rule too.
            _draft.Events.Add(luck.Percent(50) ? e : NewEvent(number.Field, FilterOf(number.Field)!, e.Day) ?? e);
        }

        return true;
    }

    private ValueBound SomeBound() => luck.Of(ValueBound.Below, ValueBound.AtMost, ValueBound.AtLeast, ValueBound.Above);

    private bool SetCount(int field, decimal target)
    {
        if (slice.Plan.Fields[field] is FieldRule.HowMany howMany)
        {
            return Flip(howMany.Conditions, target);
        }

        if (slice.Plan.Fields[field] is not FieldRule.Count count)
        {
            return false;
        }

        var now = _walk.Field(field).Number;
        if (target < now)
        {
            var counted = Enumerable.Range(0, _draft.Events.Count).Where(i => InClusters(_draft.Events[i], count.Filter)).ToArray();
            if (counted.Length > 0)
            {
                _draft.Events.RemoveAt(luck.Of<int>(counted));
            }

            return counted.Length > 0;
        }

        for (var i = now; i < Math.Min(target, now + 12); i++)
        {
            if (NewEvent(field, count.Filter, DayWithin(count.Filter)) is { } added)
            {
                _draft.Events.Add(added);
                count.Filter.Bounds.ToList().ForEach(b => Widen(b, added.Day));
            }
        }

        return true;
    }

    /// <summary>A day that the bounds allow, often the first or the last such day.</summary>
    private int DayWithin(EventFilter filter)
    {
        var (first, last) = (_draft.Born, _known);
        foreach (var bound in filter.Bounds)
        {
            var on = _walk.On(bound.On);
            if (on == Day.Absent)
            {
                MakePresent(bound.On, true);
                continue;
            }

            (first, last) = bound.Kind switch
            {
                BoundKind.After => (Math.Max(first, on + 1), last),
                BoundKind.OnOrAfter => (Math.Max(first, on), last),
                BoundKind.Before => (first, Math.Min(last, on - 1)),
                BoundKind.OnOrBefore => (first, Math.Min(last, on)),
                _ => (on, on),
            };
        }

        first = filter.Bounds.Count == 0 ? Math.Max(first, last - 3000) : first;
        return last <= first ? first : luck.Below(6) switch
        {
            0 => first,
            1 => last,
            2 => last - Math.Min(365 * (1 + luck.Below(4)), last - first),
            _ => first + luck.Below(last - first + 1),
        };
    }

    private bool SetAge(DateExpression at, int target)
    {
        var on = _walk.On(at);
        if (on == Day.Absent)
        {
            MakePresent(at, true);
            return true;
        }

        if (luck.Percent(40) && DateTwins.Varies(at) && MoveTo(at, Day.Plus(_draft.Born, new Amount(target, AmountUnit.Year)) + luck.Of(0, 0, 1, -1)))
        {
            return true;
        }

        var (oldest, youngest) = (Day.Plus(on, new Amount(-target - 1, AmountUnit.Year)) + 1, Day.Plus(on, new Amount(-target, AmountUnit.Year)));
        return BornOn(luck.Below(5) switch
        {
            0 or 1 => youngest,
            2 => oldest,
            3 when LeapDayBefore(youngest) is var leap && leap >= oldest => leap,
            _ => oldest + luck.Below(Math.Max(1, youngest - oldest)),
        });
    }

    private bool Flip(IReadOnlyList<Condition> conditions, decimal target)
    {
        var holding = conditions.Where(_walk.Holds).ToList();
        var more = target > holding.Count;
        var candidates = more ? conditions.Except(holding).ToList() : holding;
        if (candidates.Count == 0)
        {
            return false;
        }

        for (var i = 0; i < Math.Min(candidates.Count, Math.Abs((int)target - holding.Count)); i++)
        {
            Make(luck.Of<Condition>(candidates), more);
        }

        return true;
    }

    /// <summary>All goals are met and still the two rules agree: some small change.</summary>
    private void Nudge()
    {
        var events = _draft.Events;
        if (slice.FieldCount > 0 && (events.Count == 0 || luck.Percent(25)))
        {
            var field = luck.Below(slice.Plan.Fields.Count);
            if (FilterOf(field) is { } filter && NewEvent(field, filter, SomeDay()) is { } added)
            {
                events.Add(added);
            }

            return;
        }

        if (events.Count == 0)
        {
            _draft.Born = Math.Min(_known, _draft.Born + luck.Of(-1, 1, -365, 365));
            return;
        }

        var i = luck.Below(events.Count);
        switch (luck.Below(8))
        {
            case 6 when events[i].Value is { } value: events[i] = events[i] with { Value = value with { Bound = SomeBound() } }; break;
            case 7 when events[i].Value is { } value: events[i] = events[i] with { Value = value with { Value = value.Value + luck.Of(-1, 1) } }; break;
            case 0: events.RemoveAt(i); break;
            case 1: events[i] = events[i] with { Day = events[i].Day + 1 }; break;
            case 2: events[i] = events[i] with { Day = events[i].Day - 1 }; break;
            case 3: events[i] = events[i] with { Day = Math.Min(_known, SomeDay()) }; break;
            case 4: events.Add(events[i] with { Day = events[i].Day + luck.Of(-1, 0, 0, 1) }); break;
            case 5: _draft.Born = Math.Min(_known, _draft.Born + luck.Of(-1, 1, -365, 365)); break;
        }
    }
}
