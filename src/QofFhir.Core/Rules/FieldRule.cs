namespace QofFhir.Core.Rules;

/// <summary>How a field is read from a patient's events. Its date, value, pressures or count are what the rules compare.</summary>
public abstract record FieldRule
{
    private protected FieldRule()
    {
    }

    /// <summary>The name as in the ruleset, such as <c>HBA</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The definition as written, for explanations.</summary>
    public required string Text { get; init; }

    /// <summary>The ruleset that defines it; null where it comes from none.</summary>
    public RuleOrigin? Origin { get; init; }

    /// <summary>The earliest or latest event that fits: the day is chosen first, then one event of that day.</summary>
    public sealed record Select(Pick Pick, EventFilter Filter) : FieldRule;

    /// <summary>A count over the events that fit; 0 when none does, never absent.</summary>
    public sealed record Count(Counted Counted, EventFilter Filter) : FieldRule;

    /// <summary>A date worked out of others; absent when one of those it needs is.</summary>
    public sealed record Computed(DateExpression On) : FieldRule;

    /// <summary>How many of the conditions hold; never absent.</summary>
    public sealed record HowMany(IReadOnlyList<Condition> Conditions) : FieldRule;
}

public enum Pick { Earliest, Latest }

/// <summary>What a count counts. Years in a row: the longest run of service years (1 April to 31 March) that each hold a fitting event.</summary>
public enum Counted { Days, Codes, Substances, YearsInARow }

/// <summary>Which events fit a field.</summary>
/// <param name="Clusters">Numbers of clusters in the plan; an event of any of them fits.</param>
/// <param name="Value">Null where the field reads no value.</param>
/// <param name="WithPressure">A day fits only when it has both a systolic and a diastolic value in these clusters; each is the lowest of that day.</param>
/// <param name="NewEpisode">Only first, new, or not stated.</param>
public sealed record EventFilter(
    IReadOnlyList<int> Clusters, ValueFilter? Value, bool WithPressure, bool NewEpisode, IReadOnlyList<DateBound> Bounds);

/// <summary>Only events with a value, and with one that compares as said, in the unit said.</summary>
/// <param name="Unit">UCUM code, or null where the ruleset names none.</param>
/// <param name="HighestFirst">Of several values on the chosen day the highest decides; else the lowest.</param>
public sealed record ValueFilter(Comparison? Comparison, decimal? Limit, string? Unit, bool HighestFirst);

/// <summary>A bound on the event's date; against an absent date nothing fits.</summary>
public sealed record DateBound(BoundKind Kind, DateExpression On);

/// <summary>Which side of a bound's day fits, and whether the day itself does.</summary>
public enum BoundKind { After, OnOrAfter, Before, OnOrBefore, On }
