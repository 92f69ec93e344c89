using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Small breaks of a field.</summary>
internal sealed class FieldTwins(EvaluationPlan plan, Mentions mentions)
{
    public IEnumerable<(string What, FieldRule Broken)> Of(int place, FieldRule field) => field switch
    {
        FieldRule.Select f when mentions.OnlyPresence(place) => Filters(place, f.Filter).Select(t => (t.What, (FieldRule)(f with { Filter = t.Broken }))),
        FieldRule.Select f => Filters(place, f.Filter).Select(t => (t.What, (FieldRule)(f with { Filter = t.Broken })))
            .Append(("the other end", f with { Pick = f.Pick == Pick.Latest ? Pick.Earliest : Pick.Latest })),
        FieldRule.Count f => Filters(place, f.Filter).Select(t => (t.What, (FieldRule)(f with { Filter = t.Broken })))
            .Concat(Enum.GetValues<Counted>().Where(c => c != f.Counted).Select(c => ($"count {c}", (FieldRule)(f with { Counted = c })))),
        FieldRule.Computed f => DateTwins.Of(f.On).Select(t => (t.What, (FieldRule)(f with { On = t.Broken }))),
        FieldRule.HowMany f => new ConditionTwins(plan, mentions).OfList(f.Conditions).Select(t => (t.What, (FieldRule)(f with { Conditions = t.Broken }))),
        _ => [],
    };

    private IEnumerable<(string What, EventFilter Broken)> Filters(int place, EventFilter filter)
    {
        if (filter.Clusters.Count > 1)
        {
            foreach (var c in Enumerable.Range(0, filter.Clusters.Count))
            {
                yield return ($"without cluster {c + 1}", filter with { Clusters = Places.Without(filter.Clusters, c) });
            }
        }

        if (filter.NewEpisode)
        {
            yield return ("any episode", filter with { NewEpisode = false });
        }

        if (filter.WithPressure)
        {
            yield return ("without pressure", filter with { WithPressure = false });
        }

        if (filter.Value is { } value)
        {
            foreach (var (what, broken) in Values(place, value))
            {
                yield return (what, filter with { Value = broken });
            }
        }

        for (var b = 0; b < filter.Bounds.Count; b++)
        {
            var bound = filter.Bounds[b];
            yield return ($"without bound {b + 1}", filter with { Bounds = Places.Without(filter.Bounds, b) });
            foreach (var (what, on) in DateTwins.Edges(bound.On))
            {
                yield return ($"bound {b + 1} {what}", filter with { Bounds = Places.With(filter.Bounds, b, bound with { On = on }) });
            }
        }
    }

    private IEnumerable<(string What, ValueFilter? Broken)> Values(int place, ValueFilter value)
    {
        if (!mentions.OnlyPresence(place))
        {
            yield return ("highest for lowest", value with { HighestFirst = !value.HighestFirst });
        }

        if (value.Limit is { } limit)
        {
            var step = mentions.Step(place, FieldPart.Value);
            yield return ("any value", value with { Comparison = null, Limit = null });
            yield return ($"{limit - step}", value with { Limit = limit - step });
            yield return ($"{limit + step}", value with { Limit = limit + step });
        }
        else
        {
            yield return ("without value", null);
        }
    }
}
