using System.Collections.Frozen;
using QofFhir.Core;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Resources;

namespace QofFhir.Fhir.Reading;

/// <summary>Which reader reads which type. A type that is not here is read by no rule.</summary>
internal static class ResourceReaders
{
    private static readonly FrozenDictionary<string, Action<Resource, Intake>> Once = new Dictionary<string, Action<Resource, Intake>>
    {
        ["Patient"] = PatientReader.Read,
        ["Condition"] = ConditionReader.Read,
        ["Observation"] = ObservationReader.Read,
        ["Procedure"] = EntryReaders.Procedure,
        ["Immunization"] = ImmunizationReader.Read,
        ["MedicationRequest"] = MedicineReader.Request,
        ["MedicationStatement"] = MedicineReader.Statement,
        ["AllergyIntolerance"] = EntryReaders.AllergyIntolerance,
        ["ServiceRequest"] = EntryReaders.ServiceRequest,
        ["Encounter"] = EntryReaders.Encounter,
        ["EpisodeOfCare"] = EpisodeOfCareReader.Read,
        ["Flag"] = EntryReaders.Flag,
        ["Group"] = GroupReader.Read,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a resource of any type; afterwards it knows its verdict.</summary>
    public static void Read(Resource resource, Intake intake, SeenIds seen)
    {
        if (resource.IsDone)
        {
            return;
        }

        var mark = resource.Mark;
        if (mark is { } deleted && seen.IsDeleted(deleted))
        {
            resource.SetAside();
            if (resource.Type == "Patient")
            {
                intake.Subjects.Reject(resource.Id, resource.FullUrl);
            }

            return;
        }

        if (Once.TryGetValue(resource.Type, out var reader))
        {
            if (mark is { } met && !seen.Add(met))
            {
                RejectRepeat(resource, intake);
                return;
            }

            reader(resource, intake);
            return;
        }

        switch (resource.Type)
        {
            case "Medication":
                intake.Medicines.Read(resource);
                break;
            case "Organization":
                intake.Organizations.Read(resource);
                break;
            case "OperationOutcome":
                TellOutcome(resource);
                resource.LeaveUnused();
                break;
            default:
                resource.LeaveUnused();
                break;
        }
    }

    private static void RejectRepeat(Resource resource, Intake intake)
    {
        resource.Reject(ProblemKind.Duplicate, "id", "A resource of this type and id was read before; the first one counts.");
        if (resource.Type == "Patient")
        {
            intake.Subjects.MeetAgain(resource.Id!, resource.FullUrl);
        }
    }

    /// <summary>A server's word about its answer. Its own text may hold patient data and is not repeated.</summary>
    private static void TellOutcome(Resource outcome)
    {
        var worst = ProblemSeverity.Information;
        foreach (var issue in outcome.List("issue"u8))
        {
            worst = JsonText.Of(Properties.Find(issue, "severity"u8)) is "fatal" or "error" or "warning" ? ProblemSeverity.Warning : worst;
        }

        outcome.Tell(
            ProblemKind.Unreadable, worst, "issue",
            "The source put an OperationOutcome among its resources: what it gave may not be all.");
    }
}
