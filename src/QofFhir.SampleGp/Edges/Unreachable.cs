using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Proves that no patient can come to a row, by trying every way in which its conditions could hold and those above it fail.</summary>
internal sealed class Unreachable(Slice slice, ServiceDates dates)
{
    private const int MostTries = 50_000;
    private int _tries;

    /// <summary>Which rows stand in the way, in words; null when it is not proven.</summary>
    public string? Reason(int row)
    {
        var table = slice.Table;
        var above = Enumerable.Range(0, row).ToList();
        if (!IsProven(above))
        {
            return null;
        }

        // Rows without which the proof stands too are not the reason.
        foreach (var r in above.ToArray())
        {
            if (IsProven([.. above.Where(a => a != r)]))
            {
                above.Remove(r);
            }
        }

        return above.Count == 0 ? "its own conditions contradict each other"
            : $"whoever fits it is decided above, by {string.Join(" or ", above.Select(r => table.Rows[r].Name))}";

        bool IsProven(IReadOnlyList<int> rows)
        {
            _tries = 0;
            var goals = rows.Select(r => new Goal(table.Rows[r].When, false))
                .Prepend(new Goal(table.Population, true)).Prepend(new Goal(table.Rows[row].When, true)).Reverse();
            return !MayBe(new Knowledge(slice, dates), new Stack<Goal>(goals));
        }
    }

    /// <summary>False only when there can be no such patient.</summary>
    private bool MayBe(Knowledge knowledge, Stack<Goal> goals)
    {
        while (goals.TryPop(out var goal))
        {
            if (++_tries > MostTries)
            {
                return true;
            }

            switch (goal.When, goal.Truth)
            {
                case (Condition.Always, false): return false;
                case (Condition.Named c, var truth): goals.Push(new Goal(c.Inner, truth)); break;
                case (Condition.Not c, var truth): goals.Push(new Goal(c.Inner, !truth)); break;
                case (Condition.All c, true): c.Conditions.ToList().ForEach(p => goals.Push(new Goal(p, true))); break;
                case (Condition.Any c, false): c.Conditions.ToList().ForEach(p => goals.Push(new Goal(p, false))); break;
                case (Condition.All c, false): return OneOf(knowledge, goals, c.Conditions.Select(p => new[] { new Goal(p, false) }));
                case (Condition.Any c, true): return OneOf(knowledge, goals, c.Conditions.Select(p => new[] { new Goal(p, true) }));
                case (Condition.InRegister c, var truth): return OneOf(knowledge, goals, Ways(slice.Plan.Registers[c.Register], truth));
                case (Condition.Dates c, false): return MayFail(knowledge, goals, c);
                case (Condition.Dates c, true):
                    if (!knowledge.TakeComparison(c.Left, c.Comparison, c.Right))
                    {
                        return false;
                    }

                    break;
                case (Condition.DateIsPresent c, var truth):
                    if (!knowledge.TakePresence(c.On, truth))
                    {
                        return false;
                    }

                    break;
                case (Condition.SexIs c, var truth):
                    if (!knowledge.Take($"sex {c.Sex}", truth))
                    {
                        return false;
                    }

                    break;
                case (Condition.Numbers { Left: NumberExpression.AgeAt { On: DateExpression.Named { Name: NamedDate.Achievement } }, Right: NumberExpression.Literal limit } c, var truth)
                    when truth || c.Comparison != Comparison.Equal:
                    if (!knowledge.TakeNumber("age", truth ? c.Comparison : Opposite(c.Comparison), limit.Number))
                    {
                        return false;
                    }

                    break;
            }
        }

        return true;
    }

    private bool OneOf(Knowledge knowledge, Stack<Goal> goals, IEnumerable<Goal[]> ways) => ways.Any(way =>
    {
        var rest = new Stack<Goal>(goals.Reverse());
        way.ToList().ForEach(rest.Push);
        return MayBe(knowledge.Copy(), rest);
    });

    private static IEnumerable<Goal[]> Ways(RegisterRule register, bool member) =>
        Enumerable.Range(0, register.Rows.Count).Where(r => register.Rows[r].Selects == member)
            .Select(r => register.Rows.Take(r).Select(above => new Goal(above.Line.Condition, false))
                .Append(new Goal(register.Rows[r].Line.Condition, true)).ToArray());

    /// <summary>A comparison fails when a side is absent, or the sides compare the other way.</summary>
    private bool MayFail(Knowledge knowledge, Stack<Goal> goals, Condition.Dates c)
    {
        if (OneOf(knowledge, goals, [[new Goal(new Condition.DateIsPresent(c.Left), false)], [new Goal(new Condition.DateIsPresent(c.Right), false)]]))
        {
            return true;
        }

        Comparison[] others = c.Comparison == Comparison.Equal ? [Comparison.Less, Comparison.Greater] : [Opposite(c.Comparison)];
        return OneOf(knowledge, goals, others.Select(o => new[] { new Goal(c with { Comparison = o }, true) }));
    }

    private static Comparison Opposite(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.AtLeast,
        Comparison.AtMost => Comparison.Greater,
        Comparison.AtLeast => Comparison.Less,
        Comparison.Greater => Comparison.AtMost,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), "equal has two opposites"),
    };
}
