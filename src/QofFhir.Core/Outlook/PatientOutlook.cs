namespace QofFhir.Core.Outlook;

/// <summary>One patient over all indicators.</summary>
/// <param name="Patient">The patient's place in the practice's records.</param>
/// <param name="Care">Indicators whose population the patient is of today or at the year end, in the order of the framework; none where a definition exclusion holds on both days.</param>
public sealed record PatientOutlook(int Patient, IReadOnlyList<CareOutlook> Care)
{
    /// <summary>What can still be achieved for the year.</summary>
    public IEnumerable<CareOutlook> StillPossible => Care.Where(c => c.StillPossible);
}
