using System.Text.Json;
using QofFhir.Core.Evaluation;

namespace QofFhir.Fhir.Writing;

/// <summary>The outcome behind the zeros and ones of an individual report. Defined in <c>profiles/StructureDefinition-qof-patient-outcome.json</c>.</summary>
internal static class PatientOutcomeExtension
{
    public static void Write(Utf8JsonWriter json, IndividualResult individual)
    {
        var (outcome, clinical) = (individual.Outcome, individual.Clinical);
        json.StartComplexExtension(Canonicals.QofPatientOutcome);
        json.CodeExtension("outcome", outcome.Name);
        json.StringExtension("row", outcome.Row?.Name);
        json.CodeExtension("reason", outcome is Outcome.Adjusted adjusted ? CodeNames.Of(adjusted.Reason) : null);
        json.BooleanExtension("countsAgainstPractice", outcome.CountsAgainstPractice);
        json.BooleanExtension("careOutstanding", outcome.CareOutstanding);
        json.CodeExtension("clinicallyDue", CodeNames.Of(clinical.Due));
        if (clinical.LapsesOn is { } lapses)
        {
            json.DateExtension("lapsesOn", lapses);
            json.BooleanExtension("leaves", clinical.Leaves);
        }

        json.EndComplexExtension();
    }
}
