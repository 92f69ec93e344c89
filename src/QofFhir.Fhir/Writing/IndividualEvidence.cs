using QofFhir.Core.Evaluation;

namespace QofFhir.Fhir.Writing;

/// <summary>The resources that put a patient into a population, or that kept the patient out of it.</summary>
/// <param name="Population">Code of one of the measure's populations, such as <c>denominator-exception</c>.</param>
/// <param name="References">Such as <c>Observation/17</c>.</param>
public sealed record IndividualEvidence(string Population, IReadOnlyList<string> References)
{
    /// <summary>Evidence under the populations that it speaks to: the register's under initial-population, the deciding row's under the row's own; what has no resources is left out.</summary>
    public static IReadOnlyList<IndividualEvidence> Of(Outcome outcome, Evidence evidence)
    {
        var deciding = outcome switch
        {
            Outcome.Excluded => "denominator-exclusion",
            Outcome.Adjusted => "denominator-exception",

            // An owe row keeps the patient out of the numerator.
            _ => "numerator",
        };
        IndividualEvidence[] all = [new("initial-population", evidence.Population), new(deciding, evidence.Deciding)];
        return [.. all.Where(e => e.References.Count > 0)];
    }
}
