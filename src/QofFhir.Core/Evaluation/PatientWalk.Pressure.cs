using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Blood pressures: two halves of one day.</summary>
internal sealed partial class PatientWalk
{
    /// <summary>A day counts only when both halves exist on it; each half is the lowest of the day, for itself.</summary>
    private FieldResult SelectPressure(FieldRule.Select rule)
    {
        var filter = rule.Filter;
        if (!HasAny(filter) || !Window(filter, out var first, out var last))
        {
            return FieldResult.Absent;
        }

        var bound = last;
        while (PressureDay(rule, first, last) is { } on)
        {
            if (_asWanted && PlacedOf(filter).Any(p => p.Event == Supposed && p.Day == on))
            {
                return new FieldResult(on, Event: Supposed);
            }

            var (systolic, diastolic) = (Lowest(filter, on, PressurePart.Systolic), Lowest(filter, on, PressurePart.Diastolic));
            if (systolic >= 0 && diastolic >= 0)
            {
                if (_ahead)
                {
                    Watch(filter, on, bound);
                }

                return new FieldResult(on, 0, systolic, diastolic);
            }

            (first, last) = rule.Pick == Pick.Earliest ? (on + 1, last) : (first, on - 1);
        }

        if (_ahead)
        {
            Watch(filter, Day.Absent, bound);
        }

        return FieldResult.Absent;
    }

    /// <summary>The earliest or latest day, within both ends, with a pressure.</summary>
    private int? PressureDay(FieldRule.Select rule, int first, int last)
    {
        int? best = null;
        foreach (var cluster in rule.Filter.Clusters)
        {
            for (var at = _latest[cluster]; at != None; at = _placed[at].Before)
            {
                var day = _placed[at].Day;
                if (day >= first && day <= last && (best is null || (rule.Pick == Pick.Earliest ? day < best : day > best))
                    && IsPressure(rule.Filter, _placed[at].Event))
                {
                    best = day;
                }
            }
        }

        return best;
    }

    private bool IsPressure(EventFilter filter, int e) =>
        e == Supposed ? _asWanted : _records.Parts[e] != PressurePart.None && _records.Value(e) is not null && Fits(filter, e);

    private int Lowest(EventFilter filter, int on, PressurePart part)
    {
        var best = -1;
        foreach (var cluster in filter.Clusters)
        {
            for (var at = _latest[cluster]; at != None; at = _placed[at].Before)
            {
                var (e, day, _) = _placed[at];
                if (day != on || e == Supposed || _records.Parts[e] != part || !IsPressure(filter, e))
                {
                    continue;
                }

                var order = best < 0 ? -1 : _records.Value(e)!.Value.CompareTo(_records.Value(best)!.Value);
                best = order < 0 || (order == 0 && e < best) ? e : best;
            }
        }

        return best;
    }
}
