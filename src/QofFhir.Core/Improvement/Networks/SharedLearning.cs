namespace QofFhir.Core.Improvement.Networks;

/// <summary>A text that a practice shared on purpose.</summary>
/// <param name="Entry">Identifier of the plan's entry.</param>
/// <param name="Field">Such as <c>learning</c>, or the field of the template.</param>
/// <param name="On">The day of the entry; null where it has none.</param>
public sealed record SharedLearning(string Practice, string Entry, string Field, DateOnly? On, string Text)
{
    /// <summary>What is shared of a plan; empty texts are left out.</summary>
    public static IReadOnlyList<SharedLearning> Of(ImprovementPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IEnumerable<SharedLearning> texts =
        [
            .. plan.Objectives.Where(o => o.Shared).Select(o => Text(o, "objective", o.SetOn, o.Text)),
            .. plan.Cycles.Where(c => c.Shared).SelectMany(c => new[] { ("aim", c.Aim), ("change", c.Change), ("plan", c.Plan), ("do", c.Do), ("study", c.Study), ("act", c.Act) }
                .Select(t => Text(c, t.Item1, c.Ended ?? c.Started, t.Item2))),
            .. plan.Meetings.Where(m => m.Shared).Select(m => Text(m, "learning", m.On, m.Learning)),
            .. plan.Answers.Where(a => a.Shared).Select(a => Text(a, a.Field, null, a.Value)),
        ];
        return [.. texts.Where(t => !string.IsNullOrWhiteSpace(t.Text))];

        SharedLearning Text(PlanEntry entry, string field, DateOnly? on, string text) => new(plan.Practice, entry.Id, field, on, text);
    }
}
