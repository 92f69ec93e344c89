using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>Writes FHIR R4 resources as compact JSON, each with the sample tag. One instance writes one resource at a time.</summary>
internal sealed partial class ResourceWriter : IDisposable
{
    private const string Ucum = "http://unitsofmeasure.org";
    private const string Ods = "https://fhir.nhs.uk/Id/ods-organization-code";
    private const string RegistrationType = "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-RegistrationType-1";
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly string _practice;

    public ResourceWriter(string practice)
    {
        _practice = practice;
        // The safe encoder would spell the plus of every time offset as six letters.
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public void Dispose() => _json.Dispose();

    public SampleResource Organization(DateOnly updated)
    {
        Open("Organization", _practice, updated);
        Identifier(Ods, _practice);
        _json.WriteBoolean("active"u8, true);
        _json.WriteString("name"u8, "Sample Surgery (synthetic)");
        return Close("Organization", _practice);
    }

    public SampleResource Patient(Person person, DateOnly updated)
    {
        Open("Patient", person.Id, updated);
        Identifier("https://fhir.nhs.uk/Id/nhs-number", person.NhsNumber);
        _json.WriteBoolean("active"u8, true);
        _json.WriteStartArray("name"u8);
        _json.WriteStartObject();
        _json.WriteString("use"u8, "official"u8);
        _json.WriteString("family"u8, "Synthetic"u8);
        _json.WriteStartArray("given"u8);
        _json.WriteStringValue(person.GivenName);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteString("gender"u8, person.GenderUnknown ? "unknown"u8 : person.Female ? "female"u8 : "male"u8);
        _json.WriteString("birthDate"u8, person.Born);
        if (person.DeceasedOn is not null)
        {
            _json.WriteString("deceasedDateTime"u8, person.DeceasedOn);
        }
        else if (person.DeceasedUnknownDay)
        {
            _json.WriteBoolean("deceasedBoolean"u8, true);
        }

        if (person.PractitionerFrom is { } from)
        {
            GeneralPractitioner(from);
        }

        return Close("Patient", person.Id);
    }

    public SampleResource EpisodeOfCare(string id, string patient, Registration registration)
    {
        Open("EpisodeOfCare", id, registration.Until ?? registration.From);
        _json.WriteString("status"u8, registration.Until is null ? "active"u8 : "finished"u8);
        _json.WriteStartArray("type"u8);
        Concept(RegistrationType, registration.Type, registration.Type switch
        {
            "R" => "Regular",
            "T" => "Temporary",
            "E" => "Emergency",
            "IN" => "Immediately Necessary",
            "P" => "Private",
            _ => null,
        });
        _json.WriteEndArray();
        Reference("patient"u8, "Patient/" + patient);
        _json.WriteStartObject("managingOrganization"u8);
        _json.WriteString("reference"u8, "Organization/" + _practice);
        LogicalPractice();
        _json.WriteEndObject();
        _json.WriteStartObject("period"u8);
        _json.WriteString("start"u8, When.Day(registration.From));
        if (registration.Until is { } until)
        {
            _json.WriteString("end"u8, When.Day(until));
        }

        _json.WriteEndObject();
        return Close("EpisodeOfCare", id);
    }

    public SampleResource Condition(string id, string patient, Diagnosis diagnosis)
    {
        Open("Condition", id, diagnosis.Recorded);
        // con-5: a diagnosis entered in error has no clinical status.
        if (diagnosis.Verification != "entered-in-error")
        {
            Coded("clinicalStatus"u8, Terminology + "condition-clinical", diagnosis.ClinicalStatus);
        }

        if (diagnosis.Episode is { } episode)
        {
            ConditionEpisode(episode);
        }

        Coded("verificationStatus"u8, Terminology + "condition-ver-status", diagnosis.Verification);
        Code("code"u8, [diagnosis.Code]);
        Reference("subject"u8, "Patient/" + patient);
        if (diagnosis.Onset is not null)
        {
            _json.WriteString("onsetDateTime"u8, diagnosis.Onset);
        }
        else if (diagnosis.OnsetPeriodStart is not null)
        {
            Period("onsetPeriod"u8, diagnosis.OnsetPeriodStart);
        }
        else if (diagnosis.OnsetAge is { } age)
        {
            Quantity("onsetAge"u8, new Amount(age, "a"));
        }

        if (diagnosis.Abated is not null)
        {
            _json.WriteString("abatementDateTime"u8, diagnosis.Abated);
        }

        _json.WriteString("recordedDate"u8, When.Day(diagnosis.Recorded));
        return Close("Condition", id);
    }

    public SampleResource Observation(string id, string patient, Reading reading)
    {
        Open("Observation", id, reading.Recorded);
        _json.WriteString("status"u8, reading.Status);
        if (reading.Category is not null)
        {
            _json.WriteStartArray("category"u8);
            Concept(Terminology + "observation-category", reading.Category, null);
            _json.WriteEndArray();
        }

        Code("code"u8, reading.Codes);
        Reference("subject"u8, "Patient/" + patient);
        switch (reading.DatedBy)
        {
            case ReadingDate.EffectivePeriod:
                Period("effectivePeriod"u8, reading.On);
                break;
            case ReadingDate.Issued:
                _json.WriteString("issued"u8, reading.On);
                break;
            default:
                _json.WriteString("effectiveDateTime"u8, reading.On);
                break;
        }

        if (reading.Value is { } value)
        {
            Quantity("valueQuantity"u8, value);
        }

        if (reading.Parts.Count > 0)
        {
            _json.WriteStartArray("component"u8);
            foreach (var part in reading.Parts)
            {
                _json.WriteStartObject();
                Code("code"u8, part.Codes);
                Quantity("valueQuantity"u8, part.Value);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        return Close("Observation", id);
    }

    public SampleResource Procedure(string id, string patient, SampleCode code, DateOnly on, string status) =>
        Procedure(id, patient, code, on, status, When.Day(on));

    /// <param name="performed">As written; <paramref name="on"/> is the day that it is in London.</param>
    public SampleResource Procedure(string id, string patient, SampleCode code, DateOnly on, string status, string performed)
    {
        Open("Procedure", id, on);
        _json.WriteString("status"u8, status);
        Code("code"u8, [code]);
        Reference("subject"u8, "Patient/" + patient);
        _json.WriteString("performedDateTime"u8, performed);
        return Close("Procedure", id);
    }

    public SampleResource MedicationRequest(string id, string patient, Issue issue)
    {
        Open("MedicationRequest", id, issue.AuthoredOn);
        _json.WriteString("status"u8, issue.Status);
        _json.WriteString("intent"u8, issue.Intent);
        Code("medicationCodeableConcept"u8, [issue.Product]);
        Reference("subject"u8, "Patient/" + patient);
        _json.WriteString("authoredOn"u8, issue.On ?? When.Day(issue.AuthoredOn));
        return Close("MedicationRequest", id);
    }

    public SampleResource Immunization(string id, string patient, SampleCode product, DateOnly on, string status, string occurrence)
    {
        Open("Immunization", id, on);
        _json.WriteString("status"u8, status);
        Code("vaccineCode"u8, [product]);
        Reference("patient"u8, "Patient/" + patient);
        _json.WriteString("occurrenceDateTime"u8, occurrence);
        return Close("Immunization", id);
    }

    public SampleResource Encounter(string id, string patient, string start)
    {
        Open("Encounter", id, DateOnly.ParseExact(start.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        _json.WriteString("status"u8, "finished"u8);
        _json.WriteStartObject("class"u8);
        _json.WriteString("system"u8, "http://terminology.hl7.org/CodeSystem/v3-ActCode"u8);
        _json.WriteString("code"u8, "AMB"u8);
        _json.WriteEndObject();
        Reference("subject"u8, "Patient/" + patient);
        Period("period"u8, start);
        Reference("serviceProvider"u8, "Organization/" + _practice);
        return Close("Encounter", id);
    }
}
