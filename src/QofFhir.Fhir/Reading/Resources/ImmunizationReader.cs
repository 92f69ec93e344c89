using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

internal static class ImmunizationReader
{
    private const string ProcedureExtension = "Extension-UKCore-VaccinationProcedure";

    private static readonly DateElement[] Dates = [new("occurrenceDateTime")];

    /// <summary>The product is a drug, the procedure of giving it an entry of the record.</summary>
    public static void Read(Resource immunization, Intake intake)
    {
        Status.Judge(immunization);
        var product = immunization.Concept("vaccineCode"u8, required: !immunization.IsDone);
        var procedure = immunization.ConceptOf(Extension.Value(immunization["extension"u8], ProcedureExtension));
        if (procedure is null && !immunization.IsDone)
        {
            immunization.Reject(ProblemKind.Structure, "extension", "The vaccination procedure is not a CodeableConcept.");
        }

        if (intake.Open(immunization, "patient"u8, Dates, product, procedure ?? Codings.None) is { } entry)
        {
            entry.Add(product, EventClass.Drug);
            entry.Add(procedure ?? Codings.None);
        }
    }
}
