namespace QofFhir.Core.Rules;

/// <summary>What a row of an indicator's table does to a patient whom its condition fits: each ends the walk.</summary>
public enum RowEnd
{
    /// <summary>A definition exclusion: not of this indicator's business.</summary>
    Exclude,

    /// <summary>Numerator.</summary>
    Achieve,

    /// <summary>Personalised care adjustment: leaves the denominator, the care stays owed.</summary>
    Adjust,

    /// <summary>In the denominator and not achieved.</summary>
    Owe,
}

/// <summary>Why care was adjusted.</summary>
public enum AdjustmentReason { Unsuitable, PatientChoseNotTo, DidNotRespond, ServiceNotAvailable, NewlyDiagnosed, NewlyRegistered }

/// <summary>A row of an indicator's table.</summary>
/// <param name="Label">The CQRS field name; null for achieve and owe rows.</param>
/// <param name="Reason">Only on adjust rows.</param>
/// <param name="Lines">Each must hold; the lines of an achieve row are the checklist of a prompt.</param>
/// <param name="Rule">The published rule number where the ruleset gives it.</param>
public sealed record Row(
    RowEnd End, string? Label, AdjustmentReason? Reason, IReadOnlyList<RowLine> Lines, string? Rule, RuleSource Source)
{
    /// <summary>The label, or <c>achieve</c> or <c>owe</c> where the row has none.</summary>
    public string Name => Label ?? End.ToString().ToLowerInvariant();
}

/// <summary>One line of a row's condition, as written and as compiled.</summary>
public sealed record RowLine(string Text, Condition Condition)
{
    /// <summary>How lines that must all hold read in one.</summary>
    public static string TextOf(IReadOnlyList<string> lines) =>
        lines.Count == 1 ? lines[0] : string.Join(" and ", lines.Select(l => $"({l})"));
}
