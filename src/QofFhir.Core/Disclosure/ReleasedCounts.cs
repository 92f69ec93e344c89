using QofFhir.Core.Aggregation;

namespace QofFhir.Core.Disclosure;

/// <summary>The counts of one organisation and indicator as the public sees them.</summary>
/// <param name="Organisation">Code of a practice or of a whole.</param>
public sealed record ReleasedCounts(string Organisation, ReleasedCount Population, ReleasedCount Exclusions, ReleasedCount Adjusted, ReleasedCount Numerator)
{
    /// <summary>Every count is shown.</summary>
    public bool Whole => Population.Shown is not null && Exclusions.Shown is not null && Adjusted.Shown is not null && Numerator.Shown is not null;

    /// <summary>Net achievement from the shown counts alone; null where one is not shown, or where rounding leaves no denominator that holds the numerator.</summary>
    public Proportion? Achievement =>
        Whole && Population.Shown!.Value - Exclusions.Shown!.Value - Adjusted.Shown!.Value is var denominator && denominator > 0 && Numerator.Shown <= denominator
            ? new Proportion(Numerator.Shown.Value, denominator)
            : null;
}
