using QofFhir.Core.Improvement;

namespace QofFhir.Service.Improvement;

/// <summary>Changes plans, so that of two people who edit the same plan nobody's entry is lost.</summary>
internal sealed class PlanEditing(PlanStore store)
{
    private const string Declared = "declaration";

    /// <summary>Puts an entry in, or a new version of it.</summary>
    /// <param name="entry">Made with the version that it is to have.</param>
    /// <param name="from">The version that it was made from; null: it is new.</param>
    public PlanChange Put(ImprovementModule module, PlanKey key, EntryKind kind, string id, long? from, Func<long, PlanEntry> entry, string by, DateOnly today) =>
        Change(module, key, by, today, plan => plan.Version(id), plan => plan.Version(id) == from || OfAnother(plan, kind.Name, id)
            ? [new EntryVersion { Kind = kind.Name, Id = id, Version = plan.Next(id), Body = EntryKind.Write(entry(plan.Next(id))) }]
            : null);

    /// <summary>Takes an entry out; its history stays.</summary>
    public PlanChange Remove(ImprovementModule module, PlanKey key, EntryKind kind, string id, long from, string by, DateOnly today) =>
        Change(module, key, by, today, plan => plan.Version(id), plan => plan.Version(id) == from
            ? [plan.Versions[id] with { Kind = kind.Name, Version = plan.Next(id), Removed = 1 }]
            : null);

    /// <summary>Adds what was counted, all of it or nothing.</summary>
    public PlanChange Add(ImprovementModule module, PlanKey key, EntryKind kind, IReadOnlyList<Measurement> counted, string by, DateOnly today) =>
        Change(module, key, by, today, plan => plan.Changes, plan =>
            [.. counted.Select(m => new EntryVersion { Kind = kind.Name, Id = m.Id, Version = plan.Next(m.Id), Body = EntryKind.Write(m with { Version = (int)plan.Next(m.Id) }) })]);

    /// <summary>Declares what the plan says.</summary>
    /// <param name="seen">The plan's changes when the declarer looked at it.</param>
    public PlanChange Declare(ImprovementModule module, PlanKey key, long seen, string by, DateOnly today) =>
        Change(module, key, by, today, plan => plan.Changes, plan => plan.Changes == seen
            ? [new EntryVersion
                {
                    Kind = EntryKind.Declaration.Name,
                    Id = Declared,
                    Version = plan.Next(Declared),
                    Body = EntryKind.Write(plan.Plan.Declared(Declared, by, today).Declaration! with { Version = (int)plan.Next(Declared) }),
                }]
            : null);

    /// <param name="now">What the change should have been made from.</param>
    /// <param name="change">Null where it was made from something else.</param>
    private PlanChange Change(
        ImprovementModule module, PlanKey key, string by, DateOnly today, Func<StoredPlan, long?> now, Func<StoredPlan, IReadOnlyList<EntryVersion>?> change)
    {
        PlanChange? came = null;
        store.Change(key, by, plan =>
        {
            if (change(plan) is not { } versions)
            {
                came = new PlanChange.Overtaken(plan, now(plan));
                return [];
            }

            PlanProblem[] taken = [.. versions.Where(v => OfAnother(plan, v.Kind, v.Id)).Select(v => new PlanProblem(v.Id, $"{v.Kind}/{v.Id}.id", "an entry of another kind has it, or had it", "an identifier of its own"))];
            if (taken.Length > 0)
            {
                came = new PlanChange.Refused(taken);
                return [];
            }

            var after = plan.With(versions);
            var before = PlanCheck.Of(module, plan.Plan, today).ToHashSet();
            PlanProblem[] problems = [.. PlanCheck.OfChange(plan.Plan, after.Plan), .. PlanCheck.Of(module, after.Plan, today).Where(p => !before.Contains(p))];
            came = problems.Length > 0 ? new PlanChange.Refused(problems) : new PlanChange.Made(after, versions);
            return problems.Length > 0 ? [] : versions;
        });
        return came!;
    }

    /// <summary>An identifier stays with the kind that had it first: the latest version is the entry, and another kind's version would take its place.</summary>
    private static bool OfAnother(StoredPlan plan, string kind, string id) =>
        (plan.Versions.GetValueOrDefault(id)?.Kind ?? (id == Declared ? EntryKind.Declaration.Name : kind)) != kind;
}
