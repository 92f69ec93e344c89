using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

internal sealed partial class PatientWalk
{
    public FieldResult Field(int field)
    {
        if (_fieldStamp[field] != _stamp)
        {
            _fields[field] = Read(plan.Fields[field]);
            _fieldStamp[field] = _stamp;
        }

        return _fields[field];
    }

    /// <summary>The patient's known events in any of the clusters, in no particular order, perhaps twice.</summary>
    public IEnumerable<int> EventsOf(EventFilter filter)
    {
        foreach (var cluster in filter.Clusters)
        {
            foreach (var e in _events[cluster])
            {
                yield return e;
            }
        }
    }

    private FieldResult Read(FieldRule rule) => rule switch
    {
        FieldRule.Select { Filter.WithPressure: true } s => SelectPressure(s),
        FieldRule.Select s => Select(s),
        FieldRule.Count c => new FieldResult(Day.Absent, Number: Count(c)),
        FieldRule.Computed c => new FieldResult(On(c.On)),
        FieldRule.HowMany h => new FieldResult(Day.Absent, Number: h.Conditions.Count(Holds)),
        _ => throw new InvalidOperationException($"unknown field {rule.GetType().Name}"),
    };

    private FieldResult Select(FieldRule.Select rule)
    {
        var best = -1;
        foreach (var e in Fitting(rule.Filter))
        {
            best = best < 0 || Precedes(e, best, rule) ? e : best;
        }

        return best < 0 ? FieldResult.Absent
            : new FieldResult(records.Days[best], rule.Filter.Value is null ? null : records.Value(best), Event: best);
    }

    /// <summary>The day first, then the value, then the source: never the order of the input.</summary>
    private bool Precedes(int e, int best, FieldRule.Select rule)
    {
        var byDay = records.Days[e].CompareTo(records.Days[best]);
        if (byDay != 0)
        {
            return rule.Pick == Pick.Earliest ? byDay < 0 : byDay > 0;
        }

        if (rule.Filter.Value is { } filter)
        {
            var byValue = records.Value(e)!.Value.CompareTo(records.Value(best)!.Value);
            if (byValue != 0)
            {
                return filter.HighestFirst ? byValue > 0 : byValue < 0;
            }
        }

        return string.CompareOrdinal(records.Source(e), records.Source(best)) < 0;
    }

    /// <summary>A day counts only when both halves exist on it; each half is the lowest of the day, for itself.</summary>
    private FieldResult SelectPressure(FieldRule.Select rule)
    {
        var halves = Fitting(rule.Filter)
            .Where(e => records.Parts[e] != PressurePart.None && records.Value(e) is not null)
            .ToLookup(e => records.Days[e]);
        var days = halves
            .Where(day => day.Any(e => records.Parts[e] == PressurePart.Systolic) && day.Any(e => records.Parts[e] == PressurePart.Diastolic))
            .Select(day => day.Key)
            .ToArray();
        if (days.Length == 0)
        {
            return FieldResult.Absent;
        }

        var on = rule.Pick == Pick.Earliest ? days.Min() : days.Max();
        var systolic = Lowest(halves[on], PressurePart.Systolic);
        var diastolic = Lowest(halves[on], PressurePart.Diastolic);
        return new FieldResult(on, null, records.Value(systolic), records.Value(diastolic), 0, systolic, diastolic);
    }

    private int Lowest(IEnumerable<int> events, PressurePart part)
    {
        var best = -1;
        foreach (var e in events)
        {
            if (records.Parts[e] != part)
            {
                continue;
            }

            var order = best < 0 ? -1 : records.Value(e)!.Value.CompareTo(records.Value(best)!.Value);
            order = order != 0 ? order : string.CompareOrdinal(records.Source(e), records.Source(best));
            best = order < 0 ? e : best;
        }

        return best;
    }

    private int Count(FieldRule.Count rule) => rule.Counted switch
    {
        Counted.Days => Fitting(rule.Filter).Select(e => records.Days[e]).Distinct().Count(),
        Counted.Codes => Fitting(rule.Filter).Select(e => CodeIn(rule.Filter, e, substance: false)).Distinct(StringComparer.Ordinal).Count(),
        Counted.Substances => Fitting(rule.Filter).Select(e => CodeIn(rule.Filter, e, substance: true)).Distinct(StringComparer.Ordinal).Count(),
        _ => LongestRun(Fitting(rule.Filter).Select(e => ServiceDates.Year(DateOnly.FromDayNumber(records.Days[e])).PaymentPeriodStart.Year)),
    };

    /// <summary>The first code of the event that a cluster of the filter holds, or its ingredient where the value set maps it.</summary>
    private string CodeIn(EventFilter filter, int e, bool substance)
    {
        foreach (var key in records.Concepts.Keys(records.ConceptOf[e]))
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

    private IEnumerable<int> Fitting(EventFilter filter)
    {
        var (first, last) = (0, Day.Last);
        foreach (var bound in filter.Bounds)
        {
            var on = On(bound.On);
            if (on == Day.Absent)
            {
                return [];
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

        return EventsOf(filter).Where(e => records.Days[e] >= first && records.Days[e] <= last && Fits(filter, e));
    }

    private bool Fits(EventFilter filter, int e)
    {
        if (filter.NewEpisode && records.Episodes[e] is (EpisodeKind.Review or EpisodeKind.End))
        {
            return false;
        }

        if (filter.Value is not { } value)
        {
            return true;
        }

        return records.Value(e) is { } measured
            && (value.Comparison is not { } comparison || Day.Compare(measured, comparison, new Measured(value.Limit!.Value)));
    }
}
