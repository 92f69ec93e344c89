namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>A case and how its record is written.</summary>
/// <param name="Age">Completed years on every day of the service year.</param>
/// <param name="Write">Adds the entries; registration since long ago is already there unless <see cref="OwnRegistration"/>.</param>
internal sealed record CaseScript(string Id, string Shows, int Age, Action<PatientRecord, ServiceYear> Write, params ExpectedOutcome[] Expected)
{
    /// <summary>True when the script says itself how the patient is registered.</summary>
    public bool OwnRegistration { get; init; }
}
