using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>Counts invitations for an indicator by its own rows: what it tells was tried by the rules, none of it is guessed.</summary>
internal sealed class InvitationTable
{
    private readonly EvaluationPlan _plan;
    private readonly OutcomeTable _table;

    public InvitationTable(EvaluationPlan plan, IndicatorRule.Fraction rule)
    {
        (_plan, _table) = (plan, new OutcomeTable(rule));
        Rows = InvitationRow.AllOf(plan, rule);
    }

    public IReadOnlyList<InvitationRow> Rows { get; }

    /// <summary>Of several rows the one that takes the patient out soonest.</summary>
    /// <param name="begin">Takes up the patient by the dates of the year, as if nothing had been supposed.</param>
    /// <returns>Null when the indicator has no such row.</returns>
    public Invitations? Of(PatientWalk walk, Action begin, DateOnly today) => Rows.Count == 0 ? null : Rows
        .Select(r => Of(r, walk, begin, today))
        .OrderBy(i => i.State switch { InvitationState.Open => 0, InvitationState.TooLate => 1, InvitationState.NotKnown => 2, _ => 3 })
        .ThenBy(i => i.Missing.Count == 0 ? DateOnly.MaxValue : i.Missing[^1].CountsFrom)
        .First();

    private Invitations Of(InvitationRow row, PatientWalk walk, Action begin, DateOnly today)
    {
        string[] clusters = [.. row.Clusters.Select(c => _plan.Clusters[c].Name)];
        if (row.Steps is not { } steps || row.Clusters.All(c => _plan.Clusters[c].Codes.Count == 0))
        {
            return new Invitations(InvitationState.NotKnown, row.Row.Label!, clusters, row.Steps?.Count, [], []);
        }

        begin();
        DateOnly[] counted = [.. steps.Select(s => Day.Date(walk.Field(s.Field).Day)).TakeWhile(d => d is not null).Select(d => d!.Value)];
        var inTime = false;

        // A first one on the day of a measurement is not after it: then it counts from tomorrow.
        foreach (var from in counted.Length == 0 ? [today, today.AddDays(1)] : new[] { today })
        {
            begin();
            if (Missing(walk, steps, counted, from) is { } missing)
            {
                inTime = true;
                if (Adjusts(walk, row, missing, today))
                {
                    return new Invitations(InvitationState.Open, row.Row.Label!, clusters, steps.Count, counted, missing);
                }
            }
        }

        // Whether it is the time that lacks is tried with all of them where they would count.
        return new Invitations(inTime || counted.Length == steps.Count ? InvitationState.Closed : InvitationState.TooLate, row.Row.Label!, clusters, steps.Count, counted, []);
    }

    /// <summary>The days of those that are not there; null when there is no time for all of them.</summary>
    private static MissingInvitation[]? Missing(PatientWalk walk, IReadOnlyList<InvitationStep> steps, DateOnly[] counted, DateOnly from)
    {
        var end = walk.Dates.PaymentPeriodEnd.DayNumber;
        var missing = new MissingInvitation[steps.Count - counted.Length];
        var windows = steps.Select(s => Window(walk, s)).ToArray();
        var by = end;
        for (var i = steps.Count - 1; i >= counted.Length; i--)
        {
            by = Math.Min(by, windows[i].Last);
            missing[i - counted.Length] = new MissingInvitation(default, DateOnly.FromDayNumber(Math.Max(by, 0)));
            by = steps[i].Gap is { } gap ? Day.Plus(by, gap with { Count = -gap.Count }) : by;
        }

        var sent = counted.Length == 0 ? Day.Absent : counted[^1].DayNumber;
        for (var i = counted.Length; i < steps.Count; i++)
        {
            var first = steps[i].Gap is { } gap ? Math.Max(windows[i].First, Day.Plus(sent, gap)) : Math.Max(windows[i].First, from > walk.Dates.AchievementDate ? from.DayNumber : 0);
            sent = Math.Max(first, from.DayNumber);
            ref var it = ref missing[i - counted.Length];
            if (sent > it.By.DayNumber)
            {
                return null;
            }

            it = it with { CountsFrom = DateOnly.FromDayNumber(first) };
        }

        return missing;
    }

    /// <summary>The days that the window allows, both inside; none when it hangs on a date that is absent.</summary>
    private static (int First, int Last) Window(PatientWalk walk, InvitationStep step)
    {
        var (first, last) = (0, Day.Last);
        foreach (var bound in step.Window)
        {
            var on = walk.On(bound.On);
            if (on == Day.Absent)
            {
                return (Day.Last, 0);
            }

            (first, last) = bound.Kind switch
            {
                BoundKind.After => (Math.Max(first, on + 1), last),
                BoundKind.OnOrAfter => (Math.Max(first, on), last),
                BoundKind.Before => (first, Math.Min(last, on - 1)),
                _ => (first, Math.Min(last, on)),
            };
        }

        return (first, last);
    }

    private bool Adjusts(PatientWalk walk, InvitationRow row, MissingInvitation[] missing, DateOnly today)
    {
        var last = today;
        foreach (var invitation in missing)
        {
            last = invitation.CountsFrom > last ? invitation.CountsFrom : last;
            walk.Suppose(row.Clusters, last);
        }

        walk.MoveTo(walk.Dates with { AchievementDate = last });
        return walk.Walk(_table, out _) is Outcome.Adjusted adjusted && adjusted.By == row.Row;
    }
}
