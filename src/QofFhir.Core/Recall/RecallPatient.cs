using QofFhir.Core.Prompts;
using QofFhir.Core.Records;

namespace QofFhir.Core.Recall;

/// <summary>A patient on a worklist: once, whatever is open.</summary>
/// <param name="Place">The patient's place in the records.</param>
/// <param name="Items">What the patient is recalled for, in the order of the framework.</param>
/// <param name="DecidedAgainst">What is owed and was decided against: told beside it, and nobody is recalled for it.</param>
/// <param name="Sittings">What settles the items; that which settles most stands first.</param>
public sealed record RecallPatient(
    int Place, Patient Person, IReadOnlyList<RecallItem> Items, IReadOnlyList<RecallItem> DecidedAgainst, IReadOnlyList<RecallSitting> Sittings,
    IReadOnlyList<RecallInvitations> Invitations)
{
    /// <summary>Treatments that the items ask for and that another indicator's adjustment calls unsuitable: they stand in no sitting.</summary>
    public IReadOnlyList<Care> Unsuitable { get; init; } = [];

    /// <summary>What became of earlier recalls, the latest first.</summary>
    public IReadOnlyList<RecallNote> Notes { get; init; } = [];

    /// <summary>The day of an appointment, today or later; null without one.</summary>
    public DateOnly? BookedFor { get; init; }

    /// <summary>False where the record gives the year of birth alone, so that the month is taken for January.</summary>
    public bool BirthMonthKnown => !(Person.BornOnUnknownDay && Person.Born.Month == 1);
}
