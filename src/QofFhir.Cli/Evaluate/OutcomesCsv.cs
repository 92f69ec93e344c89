using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Fhir.Writing;
using QofFhir.Publication;

namespace QofFhir.Cli.Evaluate;

/// <summary>One line for each patient of each evaluated indicator's population: indicators as in the framework, then patients by id.</summary>
internal static class OutcomesCsv
{
    public static void Write(
        TextWriter output, PracticeResult result, PracticeRecords records, IReadOnlyList<IReadOnlyList<ClinicalState>> clinical)
    {
        Csv.WriteLine(
            output, "patient", "indicator", "outcome", "row", "reason", "counts_against_practice", "care_outstanding",
            "due_for_year", "clinically_due", "lapses_on");
        foreach (var (i, indicator) in result.Reported.Index())
        {
            for (var o = 0; o < indicator.Outcomes.Count; o++)
            {
                var (patient, outcome) = indicator.Outcomes[o];
                var state = clinical[i][o];
                Csv.WriteLine(
                    output, records.Patient(patient).Id, indicator.Indicator.Id, outcome.Name, outcome.Row?.Name,
                    outcome is Outcome.Adjusted adjusted ? CodeNames.Of(adjusted.Reason) : null,
                    outcome.CountsAgainstPractice, outcome.CareOutstanding, outcome.CareOutstanding,
                    CodeNames.Of(state.Due), state.LapsesOn);
            }
        }
    }
}
