using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Subjects;

namespace QofFhir.Fhir.Reading.Resources;

internal static class PatientReader
{
    public static void Read(Resource patient, Intake intake)
    {
        var born = BirthDate(patient);
        var sex = SexOf(patient.Text("gender"u8));
        if (patient.Id is null && !patient.IsDone)
        {
            patient.Reject(ProblemKind.Required, "id", "The patient has neither an id nor a fullUrl that others could refer to.");
        }

        if (patient.IsDone)
        {
            intake.Subjects.Reject(patient.Id, patient.FullUrl);
            return;
        }

        var death = patient["deceasedDateTime"u8];
        var deceased = FhirDate.Of(death);
        if (deceased is null && !death.IsEmpty)
        {
            patient.Warn(
                ProblemKind.Value, "deceasedDateTime", "This is no date of the calendar; the patient is read as dead since an unknown day.");
        }

        intake.Notes.PartialDates += (born!.Value.IsPartial ? 1 : 0) + (deceased?.IsPartial == true ? 1 : 0);
        intake.Subjects.Meet(
            new Patient(
                patient.Id!, born.Value.Day, sex, deceased?.Day,
                DeceasedOnUnknownDay: deceased is null && (!death.IsEmpty || patient.IsTrue("deceasedBoolean"u8)),
                Sample: HasSampleTag(patient["meta"u8]))
            {
                BornOnUnknownDay = born.Value.IsPartial,
            },
            patient.FullUrl);
        ReadPractices(patient, intake);
    }

    private static FhirDate? BirthDate(Resource patient)
    {
        var json = patient["birthDate"u8];
        var born = FhirDate.Of(json);
        if (json.IsEmpty)
        {
            patient.Reject(ProblemKind.Required, "birthDate", "The birth date is missing; the patient and everything about them is rejected.");
        }
        else if (born is null)
        {
            patient.Reject(ProblemKind.Value, "birthDate", FhirDate.Expected);
        }

        return born;
    }

    private static Sex SexOf(string? gender) => gender switch
    {
        "female" => Sex.Female,
        "male" => Sex.Male,
        _ => Sex.NotKnown,
    };

    private static bool HasSampleTag(ReadOnlySpan<byte> meta)
    {
        foreach (var tag in new Items(Properties.Find(meta, "tag"u8)))
        {
            if (JsonText.Of(Properties.Find(tag, "system"u8)) == SampleTag.System
                && JsonText.Of(Properties.Find(tag, "code"u8)) == SampleTag.Code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A general practitioner with a period in its identifier is a registration; one without is only a name.</summary>
    private static void ReadPractices(Resource patient, Intake intake)
    {
        Subject? subject = null;
        foreach (var practitioner in new Items(patient["generalPractitioner"u8]))
        {
            var json = Properties.Find(Properties.Find(practitioner, "identifier"u8), "period"u8);
            if (json.IsEmpty)
            {
                continue;
            }

            if (Period.Read(json, out var element) is not { } period)
            {
                patient.Warn(
                    ProblemKind.Value, Path("generalPractitioner.identifier.period", element), "This registration's period cannot be read; it is left out.");
            }
            else if (period != default)
            {
                subject ??= intake.Subjects.Of("Patient/" + patient.Id);
                intake.Registrations.Add(
                    subject, RegistrationSource.GeneralPractitioner, PracticeReference.Read(patient, practitioner), period);
            }
        }
    }

    private static string Path(string period, string? element) => element is null ? period : $"{period}.{element}";
}
