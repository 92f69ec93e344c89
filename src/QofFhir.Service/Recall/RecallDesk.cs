using QofFhir.Core;
using QofFhir.Core.Recall;
using QofFhir.Service.CareGaps;
using QofFhir.Service.Practices;
using QofFhir.Service.Records;

namespace QofFhir.Service.Recall;

/// <summary>What recalls are worked out from: the practice's kept records, and what it told of earlier ones.</summary>
internal sealed class RecallDesk(ServicePlan plan, PracticeList practices, RecordsAtHand records, RecallStore store, TimeProvider clock)
{
    public DateOnly Today => plan.Today(clock);

    /// <returns>The practice's records, or why there is nothing to say.</returns>
    public async Task<(PracticeAtHand? Held, IResult? Refusal)> Of(string ods, CancellationToken cancellation)
    {
        if (practices.Find(ods) is not { } practice)
        {
            return (null, Results.Problem("The practice is not configured here.", statusCode: StatusCodes.Status404NotFound));
        }

        var held = await records.Of(practice, cancellation);
        return GapsRefusal.Of(held, plan, clock) is { } refusal ? (null, Results.Problem(refusal.Text, statusCode: refusal.Status)) : (held, null);
    }

    /// <summary>On a thread of its own: the pool's threads serve the requests.</summary>
    public Task<Worklist> Worklist(PracticeAtHand held, RecallQuestion question, CancellationToken cancellation) => Task.Factory.StartNew(
        () => Qof.Worklist(held.Framework, held.Records, question, held.Practice.Ods, store.Of(held.Practice.Ods)),
        cancellation, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    public void Keep(PracticeAtHand held, IReadOnlyList<RecallOutcome> outcomes) => store.Keep(held.Practice.Ods, outcomes, Today);
}
