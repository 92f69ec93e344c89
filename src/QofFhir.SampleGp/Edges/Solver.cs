using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Changes a draft until the rules come out as wanted: it takes a goal that is not met, makes one change that meets it by construction, and asks the engine again.</summary>
/// <remarks>A change may break another goal; the next step mends that. Distances are chosen small, so that patients end up at the edges.</remarks>
internal sealed partial class Solver(Slice slice, ServiceDates dates, Luck luck)
{
    private const int DeepestCall = 6;

    private readonly int _known = dates.AchievementDate.DayNumber;
    private Draft _draft = null!;
    private DraftWalk _walk = null!;
    private DraftEvent[] _asked = [];
    private int _depth;
    private IReadOnlyList<EventFilter> _shunned = [];

    /// <summary>Someone without a single entry, on the list for years.</summary>
    public Draft Blank()
    {
        var draft = new Draft { Born = _known - (365 * (20 + luck.Below(65))) - luck.Below(365), Sex = luck.Percent(50) ? Sex.Female : Sex.Male };
        draft.Register(Math.Max(draft.Born, _known - (365 * 12) - luck.Below(900)));
        return draft;
    }

    /// <summary>Null when it is not done after so many steps.</summary>
    /// <param name="start">Is changed.</param>
    public Draft? Reach(Draft start, IReadOnlyList<Goal> goals, Func<DraftWalk, bool> done, int steps)
    {
        _draft = start;
        for (var step = 0; step < steps; step++)
        {
            _walk = new DraftWalk(slice, _draft, dates);
            _asked = [.. _draft.Events];
            if (!_walk.OnList)
            {
                _draft.Register(Math.Max(_draft.Born, _known - 4000));
                _draft.Died = null;
                continue;
            }

            if (done(_walk))
            {
                return _draft;
            }

            var open = goals.Where(g => _walk.Holds(g.When) != g.Truth).ToList();
            if (open.Count == 0 || luck.Percent(12))
            {
                Nudge();
            }
            else
            {
                var goal = luck.Percent(60) ? open[0] : luck.Of<Goal>(open);
                _depth = 0;
                Make(goal.When, goal.Truth);
            }
        }

        return null;
    }

    private void Make(Condition condition, bool truth)
    {
        switch (condition)
        {
            case Condition.Named c: Make(c.Inner, truth); break;
            case Condition.Not c: Make(c.Inner, !truth); break;
            case Condition.All c: MakeParts(c.Conditions, truth, all: truth); break;
            case Condition.Any c: MakeParts(c.Conditions, truth, all: !truth); break;
            case Condition.InRegister c: MakeMember(slice.Plan.Registers[c.Register], truth); break;
            case Condition.DateIsPresent c: MakePresent(c.On, truth); break;
            case Condition.NumberIsPresent c: MakePresent(c.Number, truth); break;
            case Condition.SexIs c: _draft.Sex = truth ? c.Sex : luck.Of(Sex.NotKnown, c.Sex == Sex.Male ? Sex.Female : Sex.Male); break;
            case Condition.Dates c: MakeDates(c, truth); break;
            case Condition.Numbers c: MakeNumbers(c, truth); break;
        }
    }

    /// <param name="all">Each part must come out so; else one is enough.</param>
    private void MakeParts(IReadOnlyList<Condition> parts, bool truth, bool all)
    {
        var open = parts.Where(p => _walk.Holds(p) != truth).ToList();
        if (open.Count > 0 && (all || open.Count == parts.Count || luck.Percent(30)))
        {
            var some = all && luck.Percent(50) ? open : [luck.Of<Condition>(open)];
            some.ForEach(p => Make(p, truth));
        }
    }

    private void MakeMember(RegisterRule register, bool member)
    {
        var decides = Enumerable.Range(0, register.Rows.Count).First(r => _walk.Holds(register.Rows[r].Line.Condition));
        if (register.Rows[decides].Selects == member)
        {
            return;
        }

        var target = luck.Of<int>([.. Enumerable.Range(0, register.Rows.Count).Where(r => register.Rows[r].Selects == member)]);
        if (target > decides)
        {
            Make(register.Rows[decides].Line.Condition, false);
        }
        else
        {
            Make(register.Rows[target].Line.Condition, true);
        }
    }

    private void MakeDates(Condition.Dates c, bool truth)
    {
        var (left, right) = (_walk.On(c.Left), _walk.On(c.Right));
        if (!truth && luck.Percent(15))
        {
            MakePresent(luck.Percent(70) ? c.Left : c.Right, false);
            return;
        }

        // Where one side reads all that the other reads, only an entry of the other kind can tell them apart.
        _shunned = luck.Percent(50) ? Filters(c.Left) : Filters(c.Right);
        MakeDates(c, left, right, Apart(c.Comparison, truth));
        _shunned = [];
    }

    private void MakeDates(Condition.Dates c, int left, int right, int apart)
    {
        if (right == Day.Absent && left == Day.Absent)
        {
            MakePresent(c.Right, true);
            return;
        }

        if (right != Day.Absent && (left == Day.Absent || luck.Percent(75)) && MoveTo(c.Left, right + apart))
        {
            return;
        }

        if (left == Day.Absent || !MoveTo(c.Right, left - apart))
        {
            MoveTo(c.Left, right + apart);
        }
    }

    /// <summary>A distance between the sides of a comparison that makes it come out so, mostly next to the edge.</summary>
    private int Apart(Comparison comparison, bool truth)
    {
        var beyond = luck.Of(1, 1, 1, 1, 2, 7, 31, 100, 400);
        return (comparison, truth) switch
        {
            (Comparison.Equal, true) => 0,
            (Comparison.Equal, false) => luck.Percent(50) ? beyond : -beyond,
            (Comparison.Greater, true) or (Comparison.AtMost, false) => beyond,
            (Comparison.Less, true) or (Comparison.AtLeast, false) => -beyond,
            (Comparison.AtLeast, _) or (Comparison.Less, _) => luck.Percent(50) ? 0 : beyond,
            _ => luck.Percent(50) ? 0 : -beyond,
        };
    }

    private void MakeNumbers(Condition.Numbers c, bool truth)
    {
        var (left, right) = (_walk.Number(c.Left), _walk.Number(c.Right));
        if (!truth && luck.Percent(15))
        {
            MakePresent(luck.Percent(70) ? c.Left : c.Right, false);
        }
        else if (left is null || right is null)
        {
            MakePresent(left is null ? c.Left : c.Right, true);
        }
        else
        {
            var apart = Math.Clamp(Apart(c.Comparison, truth), -40, 40);
            if (luck.Percent(20) || !SetNumber(c.Left, right.Value.Value + (apart * StepOf(c.Left))))
            {
                SetNumber(c.Right, left.Value.Value - (apart * StepOf(c.Right)));
            }
        }
    }

    private decimal StepOf(NumberExpression number) =>
        number is NumberExpression.OfField n ? slice.Mentions.Step(slice.Parts.OriginOf(n.Field), n.Part) : 1;
}
