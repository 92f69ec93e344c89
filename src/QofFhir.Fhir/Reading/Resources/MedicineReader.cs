using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>MedicationRequest, which is an issue, and MedicationStatement, which is none.</summary>
internal static class MedicineReader
{
    private static readonly DateElement[] RequestDates = [new("authoredOn")];

    private static readonly DateElement[] StatementDates =
    [
        new("effectiveDateTime"), new("effectivePeriod", DateShape.Period), new("dateAsserted"),
    ];

    public static void Request(Resource request, Intake intake)
    {
        Status.Judge(request);
        JudgeIntent(request);
        Read(request, intake, RequestDates, EventClass.Drug);
    }

    public static void Statement(Resource statement, Intake intake)
    {
        Status.Judge(statement);
        Read(statement, intake, StatementDates, EventClass.Statement);
    }

    private static void JudgeIntent(Resource request)
    {
        if (request.IsDone)
        {
            return;
        }

        switch (request.Text("intent"u8))
        {
            case "order" or "instance-order" or "filler-order" or "original-order" or "reflex-order":
                break;
            case null:
                request.Reject(ProblemKind.Required, "intent", "The intent is missing, so it cannot be told whether this is an order.");
                break;
            case "plan" or "proposal" or "option":
                request.SetAside();
                break;
            default:
                request.Reject(ProblemKind.Value, "intent", "The intent is none that FHIR R4 knows.");
                break;
        }
    }

    private static void Read(Resource resource, Intake intake, DateElement[] dates, EventClass kind)
    {
        if (resource.IsDone)
        {
            return;
        }

        var code = resource.Concept("medicationCodeableConcept"u8);
        if (resource["medicationCodeableConcept"u8].IsEmpty)
        {
            var reference = JsonText.Of(Properties.Find(resource["medicationReference"u8], "reference"u8));
            if (reference is null)
            {
                resource.Reject(ProblemKind.Required, "medication", "A medicine, as a code or as a reference to a Medication, was expected.");
                return;
            }

            if (!reference.StartsWith('#'))
            {
                if (intake.Open(resource, "subject"u8, dates, wanted: true) is { } later)
                {
                    intake.Medicines.Await(later, resource, Reference.Key(reference), kind);
                }

                return;
            }

            code = Contained(resource, reference[1..]);
        }

        if (intake.Open(resource, "subject"u8, dates, code) is { } entry)
        {
            entry.Add(code, kind);
        }
    }

    private static Codings Contained(Resource resource, string id)
    {
        var medication = Elements.Contained.Find(resource["contained"u8], id);
        if (medication.IsEmpty)
        {
            resource.Reject(ProblemKind.Reference, "medicationReference", "The contained Medication that is referred to is not there.");
        }

        var code = resource.ConceptOf(Properties.Find(medication, "code"u8));
        if (code is null)
        {
            resource.Reject(ProblemKind.Structure, "contained", "The contained Medication's code is not a CodeableConcept.");
        }

        return code ?? Codings.None;
    }
}
