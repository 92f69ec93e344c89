using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;

namespace QofFhir.Fhir.Writing;

/// <summary>A population of a measure: its code is also its id and linkId, in the Measure and in every report.</summary>
/// <param name="Criteria">Name of the CQL definition.</param>
/// <param name="Count">How many patients the counts put into it.</param>
/// <param name="Holds">Whether a patient with this outcome is in it.</param>
internal sealed record Population(
    string Code, string Criteria, Func<IndicatorCounts, int> Count, Func<Outcome, bool> Holds)
{
    // The denominator is gross, as FHIR has it: it still holds the excluded and the adjusted.
    private static readonly Population[] Proportion =
    [
        new("initial-population", "Initial Population", c => c.Population, _ => true),
        new("denominator", "Denominator", c => c.Population, _ => true),
        new("denominator-exclusion", "Denominator Exclusion", c => c.Exclusions, o => o is Outcome.Excluded),
        new("denominator-exception", "Denominator Exception", c => c.Adjustments, o => o is Outcome.Adjusted),
        new("numerator", "Numerator", c => c.Numerator, o => o is Outcome.Achieved),
    ];

    private static readonly Population[] Cohort = Proportion[..1];

    /// <summary>All populations that the measure of such an indicator defines; every report gives each of them.</summary>
    public static IReadOnlyList<Population> Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Fraction => Proportion,
        IndicatorKind.Register => Cohort,
        _ => throw new ArgumentException("An attestation is about no patients: it has neither a Measure nor reports."),
    };
}
