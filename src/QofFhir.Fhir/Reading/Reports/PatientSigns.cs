using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>By what it shows that something is about patients. Names in free text do not show: whoever sends them is not found out.</summary>
internal static class PatientSigns
{
    /// <summary>Resources that say nothing of any patient; all others may.</summary>
    private static readonly FrozenSet<string> OfNobody = new[]
    {
        "MeasureReport", "Measure", "Library", "OperationOutcome", "Provenance", "Bundle", "Parameters", "Organization", "OrganizationAffiliation", "Location",
        "HealthcareService", "Endpoint", "Practitioner", "PractitionerRole", "Device", "DeviceDefinition", "CapabilityStatement", "OperationDefinition", "StructureDefinition",
        "ValueSet", "CodeSystem", "ConceptMap",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of England's FHIR, of the one before, of other realms' spelling, and as an OID.</summary>
    private static readonly byte[][] NumberSystems = ["/nhs-number"u8.ToArray(), "2.16.840.1.113883.2.1.4.1"u8.ToArray()];

    private static readonly byte[] Outcomes = "https://qoffhir.example.org/fhir/StructureDefinition/qof-patient-outcome"u8.ToArray();

    public static SaidOf OfProperty(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("code"u8) ? SaidOf.Code
        : reader.ValueTextEquals("reference"u8) ? SaidOf.Reference
        : reader.ValueTextEquals("resourceType"u8) || reader.ValueTextEquals("type"u8) ? SaidOf.Type
        : reader.ValueTextEquals("subjectResults"u8) || reader.ValueTextEquals("evaluatedResource"u8) || reader.ValueTextEquals("valueHumanName"u8) ? SaidOf.Patients
        : SaidOf.Anything;

    public static bool In(ReadOnlySpan<byte> text, SaidOf property) => property switch
    {
        SaidOf.Type => IsOfPatients(Encoding.UTF8.GetString(text)),
        SaidOf.Reference => IsOfPatients(TypeOf(Encoding.UTF8.GetString(text))) || InText(text),
        SaidOf.Code => false,
        _ => InText(text),
    };

    private static bool InText(ReadOnlySpan<byte> text) =>
        text.SequenceEqual(Outcomes) || text.StartsWith("Patient/"u8) || text.IndexOf("/Patient/"u8) >= 0 || NamesSystem(text) || NhsNumber.StandsIn(text);

    private static bool NamesSystem(ReadOnlySpan<byte> text)
    {
        foreach (var system in NumberSystems)
        {
            if (text.IndexOf(system) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word summary, as all words in small letters, is no type of resource.</summary>
    private static bool IsOfPatients(string type) => Reference.IsTypeName(type) && !OfNobody.Contains(type);

    /// <summary>Of a reference by id, or of one by a search.</summary>
    private static string TypeOf(string reference)
    {
        var search = reference.IndexOf('?', StringComparison.Ordinal);
        return search < 0 ? Reference.TypeOf(Reference.Key(reference)).ToString() : reference[..search].Split('/')[^1];
    }
}
