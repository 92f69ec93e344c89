using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.SampleGp.Edges;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Adds to a patient's record until the rules decide as wanted; what stands in the record already stays as it is.</summary>
/// <param name="plain">Adds nothing of what makes someone a patient of the indicator, such as a new diagnosis.</param>
internal sealed class Recorder(Slice slice, Luck luck, bool plain)
{
    private const int MostSteps = 40;

    private readonly HashSet<string> _avoided = plain ? CodesOfPopulation(slice) : [];

    /// <summary>Someone without a past, for whom this row decides. Null when nobody was found.</summary>
    /// <param name="row">Place in the table; its number of rows for "after the last".</param>
    public Draft? Found(DateOnly on, int row)
    {
        var solver = SolverOn(on);
        return solver.Reach(solver.Blank(), Goals(row), w => w.Decide(slice.Table) == row, MostSteps);
    }

    /// <summary>The same patient with more recorded, dated after one day and up to another, on which one of these rows decides. Null when none does.</summary>
    public Draft? Added(Draft past, DateOnly after, DateOnly on, params IReadOnlyList<int> rows)
    {
        var (solver, goals, draft) = (SolverOn(on), Goals(luck.Of(rows)), past.Copy());
        for (var step = 0; step < MostSteps; step++)
        {
            if (rows.Contains(new DraftWalk(slice, draft, ServiceDates.Year(on)).Decide(slice.Table)))
            {
                return draft;
            }

            // The search may change everything; what it did to the past is taken back.
            solver.Reach(draft, goals, _ => false, steps: 1);
            var added = draft.Events.Except(past.Events).Where(e => !e.Void && !_avoided.Contains(e.Key)).Select(e => Within(e, after, on)).ToList();
            draft = past.Copy();
            draft.Events.AddRange(added);
        }

        return null;
    }

    private DraftEvent Within(DraftEvent e, DateOnly after, DateOnly on) => e.Day > after.DayNumber && e.Day <= on.DayNumber ? e
        : e with { Day = luck.Percent(60) ? on.DayNumber : on.DayNumber - luck.Below(on.DayNumber - after.DayNumber) };

    private Solver SolverOn(DateOnly on) => new(slice, ServiceDates.Year(on), luck);

    private Goal[] Goals(int row) => row == slice.Table.Rows.Count ? [.. slice.Table.Before(row)]
        : [.. slice.Table.Before(row), new Goal(slice.Table.Rows[row].When, true)];

    private static HashSet<string> CodesOfPopulation(Slice slice)
    {
        var asked = Mentions.Of(slice.Plan, slice.Table with { Rows = [.. slice.Table.Rows.Where(r => r.Result.StartsWith(nameof(RowEnd.Exclude), StringComparison.Ordinal))] });
        return asked.Dates.OfType<DateExpression.OfField>().Select(d => slice.Plan.Fields[d.Field]).OfType<FieldRule.Select>()
            .SelectMany(f => f.Filter.Clusters).SelectMany(c => slice.Plan.Clusters[c].Codes).ToHashSet(StringComparer.Ordinal);
    }
}
