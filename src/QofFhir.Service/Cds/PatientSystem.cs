using QofFhir.Service.Cds.Clients;

namespace QofFhir.Service.Cds;

/// <summary>Whose id a patient's is: two systems may give the same to two people.</summary>
internal static class PatientSystem
{
    public static string Of(Uri? fhirServer, Caller caller) => (fhirServer is null ? null : ServerAddress.Of(fhirServer)) ?? "client " + caller.Name;
}
