using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Core.Recall;

/// <summary>Whom a practice recalls, each patient once over all indicators.</summary>
/// <param name="Practice">ODS code; null: everyone in the records.</param>
/// <param name="Patients">To be recalled, in the order asked for.</param>
/// <param name="Booked">Those who come anyhow on a later day, in the same order.</param>
/// <param name="DecidedAgainst">Those of whom nothing else is open; in the same order.</param>
public sealed record Worklist(
    Framework Framework, string? Practice, RecallQuestion Question, RegistrationBasis Registration, IReadOnlyList<RecallPatient> Patients,
    IReadOnlyList<RecallPatient> Booked, IReadOnlyList<RecallPatient> DecidedAgainst, WorklistCounts Counts)
{
    public DateOnly Today => Question.Today;

    /// <summary>True when today lies outside the framework's own year: every output says so.</summary>
    public bool OutsideItsYear => !Framework.AnyYear && ServiceDates.Year(Today).PaymentPeriodStart != Framework.YearStart;

    /// <summary>Ids of the indicators that were asked for and of which nothing can be said: their patients may be missing.</summary>
    public IReadOnlyList<string> NotEvaluated { get; init; } = [];

    /// <summary>All that were gathered, in the order in which they are told.</summary>
    public IEnumerable<(RecallPatient Patient, RecallPlace Place)> All => Patients.Select(p => (p, RecallPlace.Listed))
        .Concat(Booked.Select(p => (p, RecallPlace.Booked))).Concat(DecidedAgainst.Select(p => (p, RecallPlace.DecidedAgainst)));

    /// <summary>The same without what was decided against, of those on the list too; patients of whom nothing else is open stay counted.</summary>
    public Worklist WithoutDecided() => this with { Patients = Open(Patients), Booked = Open(Booked), DecidedAgainst = [] };

    private static RecallPatient[] Open(IReadOnlyList<RecallPatient> patients) => [.. patients.Select(p => p with { DecidedAgainst = [] })];
}

/// <summary>Which part of a worklist a patient is in.</summary>
public enum RecallPlace { Listed, Booked, DecidedAgainst }
