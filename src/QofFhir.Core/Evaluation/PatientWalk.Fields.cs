using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

internal sealed partial class PatientWalk
{
    public ref readonly FieldResult Field(int field)
    {
        var worked = Now;
        ref var kept = ref worked.Fields[field];
        if (!worked.Holds(kept, _day))
        {
            var outer = _changes;
            _changes = Never;
            kept = worked.Keep(Read(plan.Fields[field]), _day, _changes);
            _changes = outer;
        }

        _changes = Math.Min(_changes, kept.Until);
        return ref kept.Result;
    }

    /// <summary>The value that a field was read for; null where it reads none.</summary>
    public Measured? ValueOf(int field, FieldPart part)
    {
        ref readonly var result = ref Field(field);
        return part switch
        {
            FieldPart.Number => new Measured(result.Number),
            FieldPart.Diastolic => result.SecondEvent < 0 ? null : _records.Value(result.SecondEvent),
            FieldPart.Systolic => result.SecondEvent < 0 ? null : _records.Value(result.Event),
            _ => result.Event is < 0 or Supposed || plan.Fields[field] is not FieldRule.Select { Filter: { Value: not null, WithPressure: false } } ? null : _records.Value(result.Event),
        };
    }

    private IEnumerable<Placed> PlacedOf(EventFilter filter)
    {
        foreach (var cluster in filter.Clusters)
        {
            for (var at = _latest[cluster]; at != None; at = _placed[at].Before)
            {
                yield return _placed[at];
            }
        }
    }

    private FieldResult Read(FieldRule rule) => rule switch
    {
        FieldRule.Select { Filter.WithPressure: true } s => SelectPressure(s),
        FieldRule.Select s => Select(s),
        FieldRule.Count c => new FieldResult(Day.Absent, Number: Count(c)),
        FieldRule.Computed c => new FieldResult(On(c.On)),
        FieldRule.HowMany h => new FieldResult(Day.Absent, Number: CountOf(h.Conditions)),
        _ => throw new InvalidOperationException($"unknown field {rule.GetType().Name}"),
    };

    private FieldResult Select(FieldRule.Select rule)
    {
        var filter = rule.Filter;
        if (!HasAny(filter) || !Window(filter, out var first, out var last))
        {
            return FieldResult.Absent;
        }

        var (best, on) = (-1, Day.Absent);
        for (var i = 0; i < filter.Clusters.Count; i++)
        {
            for (var at = _latest[filter.Clusters[i]]; at != None; at = _placed[at].Before)
            {
                var (e, day, _) = _placed[at];
                if (day < first || (best >= 0 && rule.Pick == Pick.Latest && day < on))
                {
                    break;
                }

                if (day <= last && Fits(filter, e) && (best < 0 || Precedes(e, day, best, on, rule)))
                {
                    (best, on) = (e, day);
                }
            }
        }

        if (_ahead)
        {
            Watch(filter, on, last);
        }

        return best < 0 ? FieldResult.Absent : new FieldResult(on, Event: best);
    }

    /// <summary>The day first, then the value, then the source: never the order of the input.</summary>
    private bool Precedes(int e, int day, int best, int on, FieldRule.Select rule)
    {
        if (day != on)
        {
            return rule.Pick == Pick.Earliest ? day < on : day > on;
        }

        if (e == Supposed || best == Supposed)
        {
            return false;
        }

        if (rule.Filter.Value is { } filter)
        {
            var byValue = _records.Value(e)!.Value.CompareTo(_records.Value(best)!.Value);
            if (byValue != 0)
            {
                return filter.HighestFirst ? byValue > 0 : byValue < 0;
            }
        }

        return e < best; // Events of a day stand in order of their source.
    }

    private int Count(FieldRule.Count rule) => rule.Counted switch
    {
        Counted.Days => Fitting(rule.Filter).Select(p => p.Day).Distinct().Count(),
        Counted.Codes => Fitting(rule.Filter).Select(p => CodeIn(rule.Filter, p.Event, substance: false)).Distinct(StringComparer.Ordinal).Count(),
        Counted.Substances => Fitting(rule.Filter).Select(p => CodeIn(rule.Filter, p.Event, substance: true)).Distinct(StringComparer.Ordinal).Count(),
        _ => LongestRun(Fitting(rule.Filter).Select(p => ServiceDates.Year(DateOnly.FromDayNumber(p.Day)).PaymentPeriodStart.Year)),
    };

    /// <summary>The first code of the event that a cluster of the filter holds, or its ingredient where the value set maps it.</summary>
    private string CodeIn(EventFilter filter, int e, bool substance)
    {
        if (e == Supposed)
        {
            return "";
        }

        foreach (var key in _records.Concepts.Keys(_records.ConceptOf[e]))
        {
            foreach (var cluster in filter.Clusters.Select(c => plan.Clusters[c]).Where(c => c.Codes.Contains(key)))
            {
                return substance && cluster.Ingredients is { } map && map.TryGetValue(key, out var ingredient) ? ingredient : key;
            }
        }

        throw new InvalidOperationException("the event has no code of the field's clusters");
    }

    private static int LongestRun(IEnumerable<int> years)
    {
        var (run, best, last) = (0, 0, int.MinValue);
        foreach (var year in years.Distinct().Order())
        {
            run = year == last + 1 ? run + 1 : 1;
            best = Math.Max(best, run);
            last = year;
        }

        return best;
    }

    private List<Placed> Fitting(EventFilter filter)
    {
        if (!HasAny(filter) || !Window(filter, out var first, out var last))
        {
            return [];
        }

        List<Placed> fitting = [.. PlacedOf(filter).Where(p => p.Day >= first && p.Day <= last && Fits(filter, p.Event))];
        if (_ahead)
        {
            Watch(filter, fitting.Count == 0 ? Day.Absent : fitting.Min(p => p.Day), last);
        }

        return fitting;
    }

    private bool HasAny(EventFilter filter)
    {
        for (var i = 0; i < filter.Clusters.Count; i++)
        {
            if (_latest[filter.Clusters[i]] != None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The days that the bounds allow, both ends inside; false when a bound is absent.</summary>
    private bool Window(EventFilter filter, out int first, out int last)
    {
        (first, last) = (0, Day.Last);
        for (var i = 0; i < filter.Bounds.Count; i++)
        {
            var bound = filter.Bounds[i];
            var on = On(bound.On);
            if (on == Day.Absent)
            {
                return false;
            }

            (first, last) = bound.Kind switch
            {
                BoundKind.After => (Math.Max(first, on + 1), last),
                BoundKind.OnOrAfter => (Math.Max(first, on), last),
                BoundKind.Before => (first, Math.Min(last, on - 1)),
                BoundKind.OnOrBefore => (first, Math.Min(last, on)),
                _ => (Math.Max(first, on), Math.Min(last, on)),
            };
        }

        return true;
    }

    private bool Fits(EventFilter filter, int e)
    {
        if (e == Supposed)
        {
            return _asWanted || (filter.Value is null && !filter.WithPressure);
        }

        if (filter.NewEpisode && _records.Episodes[e] is (EpisodeKind.Review or EpisodeKind.End))
        {
            return false;
        }

        if (filter.Value is not { } value)
        {
            return true;
        }

        return _records.Value(e) is { } measured
            && (value.Comparison is not { } comparison || Day.Compare(measured, comparison, new Measured(value.Limit!.Value)));
    }
}
