using System.Text.Json.Nodes;
using QofFhir.Core.Improvement;

namespace QofFhir.Service.Improvement;

/// <summary>A plan as it stands in the store.</summary>
/// <param name="Changes">Counts up with every change of anything in it.</param>
/// <param name="Versions">The last version of each entry by identifier, removed ones too.</param>
internal sealed record StoredPlan(PlanKey Key, long Changes, ImprovementPlan Plan, IReadOnlyDictionary<string, EntryVersion> Versions)
{
    public static StoredPlan Of(PlanKey key, long changes, IReadOnlyList<EntryVersion> last)
    {
        var entries = last.Where(v => v.Removed == 0).ToLookup(v => v.Kind, Stored);
        return new StoredPlan(key, changes, key.Empty with
        {
            Baselines = Of<Measurement>("baselines"),
            Objectives = Of<Objective>("objectives"),
            Cycles = Of<PdsaCycle>("cycles"),
            Measurements = Of<Measurement>("measurements"),
            Meetings = Of<PeerMeeting>("meetings"),
            Answers = Of<TemplateAnswer>("answers"),
            Attested = Of<AttestedRequirement>("attested"),
            Declaration = Of<PlanDeclaration>("declaration").SingleOrDefault(),
        }, last.ToDictionary(v => v.Id, StringComparer.Ordinal));

        IReadOnlyList<T> Of<T>(string kind)
            where T : PlanEntry => [.. entries[kind].Cast<T>()];
    }

    /// <summary>The plan with versions added that are not stored yet.</summary>
    public StoredPlan With(IEnumerable<EntryVersion> added)
    {
        var last = new Dictionary<string, EntryVersion>(Versions, StringComparer.Ordinal);
        foreach (var version in added)
        {
            last[version.Id] = version;
        }

        return Of(Key, Changes + 1, [.. last.Values]);
    }

    /// <summary>The version that the next change of an entry makes.</summary>
    public long Next(string id) => (Versions.GetValueOrDefault(id)?.Version ?? 0) + 1;

    /// <summary>The entry's version in the plan; null where it is not in it.</summary>
    public long? Version(string id) => Versions.GetValueOrDefault(id) is { Removed: 0 } there ? there.Version : null;

    /// <exception cref="InvalidDataException">It cannot be read: left out, it would be lost without a word.</exception>
    private static PlanEntry Stored(EntryVersion version) =>
        EntryKind.Find(version.Kind)!.Read(JsonNode.Parse(version.Body)!.AsObject(), version.Id, version.Version, out var fault)
        ?? throw new InvalidDataException($"An entry of kind {version.Kind} in the store cannot be read: {fault}.");
}
