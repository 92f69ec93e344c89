namespace QofFhir.Fhir.Writing;

/// <summary>What is the same for all reports of a run.</summary>
/// <param name="SampleData">True when the patients are sample patients: the reports are tagged as test.</param>
/// <param name="PatientKey">With a key, the identifiers of individual reports hold a keyed hash of the patient's id; null: the id itself. See <see cref="ReportIdentity.Individual"/>.</param>
public sealed record MeasureReportSettings(
    DeqmRealm Realm = DeqmRealm.Universal100, bool SampleData = false, ReadOnlyMemory<byte>? PatientKey = null);
