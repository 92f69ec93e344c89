using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Takes each patient found one step aside, and keeps whoever brings an atom to a side that it never had where that row decides.</summary>
internal sealed class Variations(Slice slice, ServiceDates dates, Luck luck, int most)
{
    private readonly HashSet<string> _sides = [];
    private readonly int _known = dates.AchievementDate.DayNumber;

    /// <summary>Adds to the patients found, up to the most that one table may have.</summary>
    public void Fill(List<Found> found)
    {
        found.ForEach(f => Adds(f.Draft, "", out _));
        var steps = found.SelectMany(f => Steps(f.Draft)).ToList();
        while (found.Count < most && steps.Count > 0)
        {
            // Drawn from all of them, so that the first patient's neighbours do not fill the room.
            var drawn = luck.Below(steps.Count);
            var (what, draft) = steps[drawn];
            steps[drawn] = steps[^1];
            steps.RemoveAt(steps.Count - 1);
            if (Adds(draft, what, out var place))
            {
                found.Add(new Found(draft, what, place));
            }
        }
    }

    /// <summary>Every patient who differs in one small thing.</summary>
    public IEnumerable<(string What, Draft Draft)> Steps(Draft origin)
    {
        for (var i = 0; i < origin.Events.Count; i++)
        {
            foreach (var (what, e) in Of(origin.Events[i]))
            {
                var draft = origin.Copy();
                draft.Events[i] = e;
                yield return (what, draft);
            }

            var without = origin.Copy();
            without.Events.RemoveAt(i);
            yield return ("without", without);
        }

        foreach (var by in new[] { -1, 1 })
        {
            var draft = origin.Copy();
            draft.Born = Math.Min(_known, draft.Born + by);
            yield return ("born a day aside", draft);
        }

        var other = origin.Copy();
        other.Sex = origin.Sex == Sex.Female ? Sex.Male : Sex.Female;
        yield return ("of the other sex", other);
    }

    private IEnumerable<(string What, DraftEvent Event)> Of(DraftEvent e)
    {
        yield return ("a day earlier", e with { Day = e.Day - 1 });
        yield return ("a day later", e with { Day = e.Day + 1 });
        yield return ("void", e with { Void = true });
        yield return ("of the other class", e with { Class = e.Class == EventClass.Drug ? EventClass.Code : EventClass.Drug });
        yield return ("after the achievement date", e with { Day = _known + 1 });
        if (e.Value is { } value)
        {
            // A bound tells "above 58" from "58 or above" only beside the limit.
            foreach (var bound in new[] { ValueBound.Exact, ValueBound.Below, ValueBound.AtMost, ValueBound.AtLeast, ValueBound.Above })
            {
                yield return ($"a value that is {bound}", e with { Value = value with { Bound = bound } });
                yield return ($"a step less that is {bound}", e with { Value = new Measured(value.Value - 1, bound) });
                yield return ($"a step more that is {bound}", e with { Value = new Measured(value.Value + 1, bound) });
            }

        }

        if (e.Systolic is { } systolic && e.Diastolic is { } diastolic)
        {
            yield return ("systolic more", e with { Systolic = new Measured(systolic.Value + 1) });
            yield return ("diastolic more", e with { Diastolic = new Measured(diastolic.Value + 1) });
            yield return ("half a pressure", e with { Diastolic = null });
        }
    }

    private bool Adds(Draft draft, string what, out int place)
    {
        var walk = new DraftWalk(slice, draft, dates);
        var decided = place = walk.Decide(slice.Table);
        if (!walk.OnList)
        {
            return false;
        }

        var before = _sides.Count;
        for (var i = 0; i < slice.Mentions.Atoms.Count; i++)
        {
            _sides.Add($"{decided} {i} {Side(walk, slice.Mentions.Atoms[i])}");
        }

        if (what is "void" or "of the other class" or "after the achievement date")
        {
            _sides.Add($"{decided} {what}");
        }

        return _sides.Count > before;
    }

    /// <summary>On which side of an edge a patient stands, and how near.</summary>
    private string Side(DraftWalk walk, Condition atom)
    {
        switch (atom)
        {
            case Condition.Dates c:
                var (left, right) = (walk.On(c.Left), walk.On(c.Right));
                return left == Day.Absent ? "left absent" : right == Day.Absent ? "right absent" : $"{Math.Clamp(left - right, -2, 2)}";
            case Condition.Numbers c:
                var (one, two) = (walk.Number(c.Left), walk.Number(c.Right));
                var step = c.Left is NumberExpression.OfField n ? slice.Mentions.Step(n.Field, n.Part) : 1;
                return one is null ? "left absent" : two is null ? "right absent"
                    : $"{one.Value.Bound} {Math.Clamp((int)((one.Value.Value - two.Value.Value) / step), -2, 2)}";
            default:
                return walk.Holds(atom) ? "yes" : "no";
        }
    }
}
