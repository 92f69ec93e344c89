namespace QofFhir.Core.Rules;

/// <summary>Complete: all codes are held. Incomplete: evaluated, and some numbers may be off. Not evaluable: codes that decide are missing, and there is no number at all, never zero.</summary>
public enum EvaluabilityState { Complete, Incomplete, NotEvaluable }

/// <summary>Whether an indicator can be evaluated with the codes at hand, and what stands in the way.</summary>
/// <param name="Reason">One sentence for people; null when complete.</param>
public sealed record Evaluability(EvaluabilityState State, string? Reason, IReadOnlyList<ClusterShortfall> Shortfalls)
{
    public static Evaluability Complete { get; } = new(EvaluabilityState.Complete, null, []);

    public static Evaluability NoRules { get; } = new(EvaluabilityState.NotEvaluable, "no rules yet", []);

    /// <summary>The state in words: complete, incomplete, not evaluable.</summary>
    public string Name => State switch
    {
        EvaluabilityState.Complete => "complete",
        EvaluabilityState.Incomplete => "incomplete",
        _ => "not evaluable",
    };
}

/// <summary>A cluster that is not held in full, the part it plays, and what its gap does to the numbers.</summary>
public sealed record ClusterShortfall(string Cluster, Completeness Completeness, ClusterRole Role, GapEffect Effect);

/// <summary>Which rows ask for a cluster: what its gap does follows from it.</summary>
public enum ClusterRole { Population, Exclude, Achieve, Adjust, Owe }

/// <summary>Which way missing codes push the result.</summary>
public enum GapEffect { PopulationUncertain, DenominatorTooLarge, NumeratorTooSmall, OutcomeUncertain }
