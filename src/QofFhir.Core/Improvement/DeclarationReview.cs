namespace QofFhir.Core.Improvement;

/// <summary>Whether a declaration is there, and still says what the plan says.</summary>
public enum DeclarationState
{
    None,
    Stands,

    /// <summary>What was declared has changed since: a new declaration is asked for.</summary>
    Outdated,
}

/// <param name="Why">In one sentence.</param>
/// <param name="Declaration">Null where there is none.</param>
public sealed record DeclarationReview(DeclarationState State, string Why, PlanDeclaration? Declaration)
{
    public bool Stands => State == DeclarationState.Stands;

    /// <summary>An entry changed or removed outdates the declaration, and so does a new one; but a measurement that comes after it does not: measuring goes on every month and takes nothing back.</summary>
    internal static DeclarationReview Of(ImprovementPlan plan, bool faulty)
    {
        if (plan.Declaration is not { } declaration)
        {
            return new(DeclarationState.None, "nothing is declared", null);
        }

        if (faulty)
        {
            return new(DeclarationState.None, "the declaration is refused", declaration);
        }

        var declared = declaration.Entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.Version, StringComparer.Ordinal);
        var now = plan.Entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.Version, StringComparer.Ordinal);
        var later = plan.Measurements.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        string[] changed =
        [
            .. declared.Where(d => now.TryGetValue(d.Key, out var version) && version != d.Value).Select(d => d.Key + " changed"),
            .. declared.Keys.Where(id => !now.ContainsKey(id)).Select(id => id + " removed"),
            .. now.Keys.Where(id => !declared.ContainsKey(id) && !later.Contains(id)).Select(id => id + " added"),
        ];
        return changed.Length == 0
            ? new(DeclarationState.Stands, $"declared on {declaration.On:yyyy-MM-dd}", declaration)
            : new(DeclarationState.Outdated, $"declare again, since the declaration of {declaration.On:yyyy-MM-dd}: {string.Join(", ", changed)}", declaration);
    }
}
