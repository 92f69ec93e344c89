namespace QofFhir.Core.Improvement;

/// <summary>What shows that a requirement is met.</summary>
public enum RequirementKind
{
    /// <summary>A frozen baseline of every measure of the module.</summary>
    Baseline,

    /// <summary>Objectives with measure, target and day.</summary>
    Objectives,

    /// <summary>Plan-Do-Study-Act cycles that were ended.</summary>
    Cycles,

    /// <summary>A measurement after the baseline, of every measure that an objective names.</summary>
    Remeasured,

    /// <summary>Peer review meetings of the network that the practice attended.</summary>
    Meetings,

    /// <summary>Every needed field of the reporting template.</summary>
    Template,

    /// <summary>The practice's own word for something that nothing else shows.</summary>
    Attested,

    /// <summary>A declaration, later than the last change of what it declares.</summary>
    Declaration,
}
