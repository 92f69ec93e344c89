using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Entries written so that a field finds them, and spoilt so that it does not.</summary>
internal sealed partial class Solver
{
    /// <summary>The field shall choose an entry of this day.</summary>
    private bool PlaceField(int field, int day)
    {
        switch (slice.Plan.Fields[field])
        {
            case FieldRule.Computed c:
                return MoveTo(c.On, day);
            case FieldRule.Select s:
                var moved = luck.Percent(50) && Chosen(_walk.EventOf(field)) is { } found && !Shunned(found, s.Filter) ? found : null;
                if (luck.Percent(85))
                {
                    Spoil(field, e => e != moved && (s.Pick == Pick.Latest ? e.Day > day : e.Day < day));
                }

                var placed = moved is null ? -1 : _draft.Events.IndexOf(moved);
                if (placed >= 0)
                {
                    _draft.Events[placed] = moved! with { Day = day };
                }
                else if (NewEvent(field, s.Filter, day) is { } added)
                {
                    _draft.Events.Add(added);
                }

                s.Filter.Bounds.ToList().ForEach(b => Widen(b, day));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The event that stood in this place when the engine was asked, or null where there is none or it has changed since.</summary>
    private DraftEvent? Chosen(int place) => place >= 0 && _draft.Events.Contains(_asked[place]) ? _asked[place] : null;

    /// <summary>Moves a bound, where it keeps out the day.</summary>
    private void Widen(DateBound bound, int day)
    {
        var on = _walk.On(bound.On);
        var beyond = luck.Of(1, 1, 2, 20, 300);
        var target = bound.Kind switch
        {
            BoundKind.After => day - beyond,
            BoundKind.OnOrAfter => day - (luck.Percent(50) ? 0 : beyond),
            BoundKind.Before => day + beyond,
            BoundKind.OnOrBefore => day + (luck.Percent(50) ? 0 : beyond),
            _ => day,
        };
        var inside = on != Day.Absent && bound.Kind switch
        {
            BoundKind.After => on < day,
            BoundKind.OnOrAfter => on <= day,
            BoundKind.Before => on > day,
            BoundKind.OnOrBefore => on >= day,
            _ => on == day,
        };
        // A bound that is far away says nothing about where its edge lies.
        if (!inside)
        {
            MoveTo(bound.On, target);
        }
        else if (luck.Percent(20))
        {
            MoveTo(bound.On, day + luck.Of(-1, 0, 0, 1));
        }
    }

    private DraftEvent? NewEvent(int field, EventFilter filter, int day)
    {
        var clusters = filter.Clusters.Where(c => slice.Plan.Clusters[c].Codes.Count > 0).ToArray();
        if (clusters.Length == 0)
        {
            return null;
        }

        var others = clusters.Where(c => !_shunned.Any(f => f.Clusters.Contains(c))).ToArray();
        var cluster = slice.Plan.Clusters[luck.Of<int>(others.Length > 0 && luck.Percent(70) ? others : clusters)];
        var added = new DraftEvent(
            luck.Of<string>([.. cluster.Codes.Order(StringComparer.Ordinal)]), cluster.Class == ClusterClass.Drug ? EventClass.Drug : EventClass.Code, day)
        {
            Episode = filter.NewEpisode ? luck.Of(EpisodeKind.NotStated, EpisodeKind.First, EpisodeKind.New) : EpisodeKind.NotStated,
        };
        return filter.WithPressure
            ? added with { Systolic = SomeValue(field, FieldPart.Systolic, null), Diastolic = SomeValue(field, FieldPart.Diastolic, null) }
            : filter.Value is { } value ? added with { Value = SomeValue(field, FieldPart.Value, value), Unit = value.Unit }
            : added;
    }

    private Measured SomeValue(int field, FieldPart part, ValueFilter? filter)
    {
        var origin = slice.Parts.OriginOf(field);
        var limits = slice.Mentions.Limits(origin, part).ToArray();
        var step = slice.Mentions.Step(origin, part);
        var limit = limits.Length > 0 ? luck.Of<decimal>(limits) : part switch { FieldPart.Systolic => 130, FieldPart.Diastolic => 80, _ => 50 };
        for (var i = 0; i < 20; i++)
        {
            var number = limit + (step * luck.Of(-1, 0, 0, 1, -7, 7));
            var value = new Measured(number, luck.Percent(92) ? ValueBound.Exact : SomeBound());
            if (filter?.Comparison is not { } comparison || Day.Compare(value, comparison, new Measured(filter.Limit!.Value)))
            {
                return value;
            }
        }

        return new Measured(limit);
    }

    /// <summary>Makes those entries of a field's clusters that it would take into entries that it does not: gone, of another day, kind or state.</summary>
    private void Spoil(int field, Func<DraftEvent, bool> which)
    {
        if (FilterOf(field) is not { } filter)
        {
            return;
        }

        for (var i = _draft.Events.Count - 1; i >= 0; i--)
        {
            if (InClusters(_draft.Events[i], filter) && which(_draft.Events[i]))
            {
                if (luck.Percent(60) || Spoilt(_draft.Events[i], filter) is not { } spoilt)
                {
                    _draft.Events.RemoveAt(i);
                }
                else
                {
                    _draft.Events[i] = spoilt;
                }
            }
        }
    }

    private DraftEvent? Spoilt(DraftEvent e, EventFilter filter) => luck.Below(6) switch
    {
        0 when filter.NewEpisode => e with { Episode = luck.Of(EpisodeKind.Review, EpisodeKind.End) },
        1 when filter.WithPressure => luck.Percent(50) ? e with { Systolic = null } : e with { Diastolic = null },
        2 when filter.Value is not null => e with { Value = null },
        3 => e with { Class = e.Class == EventClass.Drug ? EventClass.Code : EventClass.Drug },
        4 => e with { Day = _known + luck.Of(1, 1, 2, 30) },
        _ => null,
    };

    private bool Shunned(DraftEvent e, EventFilter own) =>
        own.Clusters.Any(c => !_shunned.Any(f => f.Clusters.Contains(c))) && _shunned.Any(f => InClusters(e, f));

    private EventFilter[] Filters(DateExpression date) => date switch
    {
        DateExpression.OfField d when slice.Plan.Fields[d.Field] is FieldRule.Computed c => Filters(c.On),
        DateExpression.OfField d when FilterOf(d.Field) is { } filter => [filter],
        DateExpression.Plus d => Filters(d.Start),
        _ => [],
    };

    private EventFilter? FilterOf(int field) => slice.Plan.Fields[field] switch
    {
        FieldRule.Select f => f.Filter,
        FieldRule.Count f => f.Filter,
        _ => null,
    };

    private bool InClusters(DraftEvent e, EventFilter filter) => filter.Clusters.Any(c => slice.Plan.Clusters[c].Codes.Contains(e.Key));
}
