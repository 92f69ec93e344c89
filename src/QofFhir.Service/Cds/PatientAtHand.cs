using QofFhir.Core;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Service.Cds;

/// <summary>All that is known when a card is to be drawn: the patient's record, where it came from, and what the user is doing.</summary>
/// <param name="Service">The service that was called.</param>
/// <param name="Hook">For which it was called.</param>
/// <param name="PatientId">Logical id at the client.</param>
/// <param name="Records">Of exactly this patient; kept records are those of a whole practice.</param>
/// <param name="Patient">Place in the records; null: the patient's own entry could not be read, so nothing can be said.</param>
/// <param name="Origin">Of what came from different places, the one that took longest.</param>
/// <param name="At">When the records were taken.</param>
/// <param name="Prompter">Of what can be answered from these records.</param>
internal sealed record PatientAtHand(string Service, string Hook, string PatientId, Prompter Prompter, PracticeRecords Records, int? Patient, RecordsOrigin Origin, DateTimeOffset At)
{
    /// <summary>ODS code, where the records are those that we keep of a practice; null: any registration counts.</summary>
    public string? Practice { get; init; }

    /// <summary>Null: not known.</summary>
    public StaffRole? Role { get; init; }

    public string? EncounterId { get; init; }

    /// <summary>Sentences that each answer has to carry: what could not be read, what the client's system does not have.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Of order-sign and order-select.</summary>
    public IReadOnlyList<HookResource> Drafts { get; init; } = [];

    /// <summary>Of order-select: <c>Type/id</c> of the drafts that were just chosen.</summary>
    public IReadOnlyList<string> Selections { get; init; } = [];

    /// <summary>Of appointment-book.</summary>
    public IReadOnlyList<HookResource> Appointments { get; init; } = [];

    /// <summary>The service alone: all else tells of the patient.</summary>
    public override string ToString() => Service;
}

/// <summary>Where a patient's records came from.</summary>
internal enum RecordsOrigin
{
    /// <summary>The request brought them all.</summary>
    Prefetch,

    /// <summary>Some or all were fetched from the client's server for this call.</summary>
    Fetched,

    /// <summary>Those that a run of ours kept.</summary>
    Kept,
}
