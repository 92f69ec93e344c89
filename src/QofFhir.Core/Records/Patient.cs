namespace QofFhir.Core.Records;

/// <summary>A person as the rules see one.</summary>
/// <param name="Id">The id of the FHIR Patient.</param>
/// <param name="Deceased">The day of death, or null.</param>
/// <param name="DeceasedOnUnknownDay">True when the record says that the patient died but not when: off the list at any date, and among no deaths of a period.</param>
/// <param name="Sample">True when the resource carries the tag of the sample data.</param>
public sealed record Patient(
    string Id, DateOnly Born, Sex Sex, DateOnly? Deceased = null, bool DeceasedOnUnknownDay = false, bool Sample = false)
{
    /// <summary>The record gives the year or month of birth alone: <see cref="Born"/> is its first day.</summary>
    public bool BornOnUnknownDay { get; init; }
}
