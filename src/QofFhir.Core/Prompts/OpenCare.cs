namespace QofFhir.Core.Prompts;

/// <summary>Something that the year asks of an indicator's patient and that the record does not have.</summary>
/// <param name="Text">The line of the rules that does not hold.</param>
/// <param name="Care">All that can settle it; empty where the definitions name nothing.</param>
/// <param name="LastOn">The latest record of it, too old or not as wanted; null when there is none.</param>
/// <param name="Last">Its value with unit, such as <c>64 mmol/mol</c>; null when it has none.</param>
/// <param name="GivenInTime">True when all that another line asks of the same care is there: it was given, and what came out is not as wanted.</param>
public sealed record OpenCare(string Text, IReadOnlyList<Care> Care, DateOnly? LastOn, string? Last, bool GivenInTime = false)
{
    /// <summary>Of the care, what has to be asked for: where one of several is enough, that alone which settles it in most ways.</summary>
    public IReadOnlyList<Care> Told { get; init; } = Care;

    /// <summary>What does as well in place of the one that is told.</summary>
    public IReadOnlyList<Care> Or => Told.Count == 1 ? [.. Care.Except(Told)] : [];

    /// <summary>What the rules take in its place where it does not fit the patient.</summary>
    public IReadOnlyList<Care> IfUnfit { get; init; } = [];
}
