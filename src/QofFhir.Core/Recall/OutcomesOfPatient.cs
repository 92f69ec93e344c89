namespace QofFhir.Core.Recall;

/// <summary>What became of the recalls of one patient.</summary>
internal sealed class OutcomesOfPatient(IEnumerable<RecallOutcome> outcomes)
{
    /// <summary>The latest first; of one day the one that was told last.</summary>
    private readonly RecallOutcome[] _latestFirst = [.. outcomes.Index().OrderByDescending(o => o.Item.On).ThenByDescending(o => o.Index).Select(o => o.Item)];

    /// <param name="isInvited">Whether an invitation of the day stands in the record; null where that cannot be said.</param>
    public IReadOnlyList<RecallNote> Notes(Func<DateOnly, bool?> isInvited) =>
        [.. _latestFirst.Select(o => new RecallNote(o, o.Kind == RecallOutcomeKind.Invited ? isInvited(o.On) : null))];

    /// <summary>The day of the appointment that stands; an invitation or a call in vain does not end it.</summary>
    public DateOnly? BookedFor(DateOnly today) =>
        _latestFirst.FirstOrDefault(o => o.Kind is not (RecallOutcomeKind.Invited or RecallOutcomeKind.NotReached)) is { Kind: RecallOutcomeKind.Booked, Until: { } day } && day >= today
            ? day
            : null;
}
