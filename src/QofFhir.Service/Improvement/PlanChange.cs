using QofFhir.Core.Improvement;

namespace QofFhir.Service.Improvement;

/// <summary>What became of a change of a plan.</summary>
internal abstract record PlanChange
{
    private PlanChange()
    {
    }

    /// <param name="Plan">As it is now.</param>
    public sealed record Made(StoredPlan Plan, IReadOnlyList<EntryVersion> Versions) : PlanChange;

    /// <summary>Somebody else was first, or the change does not say what it was made from.</summary>
    /// <param name="Now">The entry's version; null: it is not there.</param>
    public sealed record Overtaken(StoredPlan Plan, long? Now) : PlanChange;

    public sealed record Refused(IReadOnlyList<PlanProblem> Problems) : PlanChange;
}
