namespace QofFhir.Core.Improvement;

/// <summary>A Plan-Do-Study-Act cycle.</summary>
/// <param name="Aim">What is to be accomplished.</param>
/// <param name="Change">What is tried out for it.</param>
/// <param name="Results">Identifiers of those of the plan's measurements that tell what came of it.</param>
/// <param name="Ended">Null as long as it goes on.</param>
/// <param name="Shared">Whether its texts may leave the practice.</param>
public sealed record PdsaCycle(
    string Id, int Version, string Aim, string Change, string Plan, string Do, string Study, string Act, DateOnly Started, IReadOnlyList<string> Results, DateOnly? Ended = null, bool Shared = false)
    : PlanEntry(Id, Version);
