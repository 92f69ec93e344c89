using QofFhir.Core.Records;

namespace QofFhir.Service.Cds;

/// <summary>A patient in the records that we keep of a practice, while they are fresh.</summary>
/// <param name="Patient">Place in the records.</param>
internal sealed record KeptPatient(PracticeRecords Records, int Patient, string Practice, DateTimeOffset TakenAt);

/// <summary>Finds a patient of the practice whose system has this base address; null: nothing is kept of them, or nothing fresh.</summary>
internal delegate Task<KeptPatient?> FindKept(Uri fhirServer, string patientId, CancellationToken cancellation);
