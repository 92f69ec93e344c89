using QofFhir.Service.Runs;

namespace QofFhir.Service.Tests.Workers;

/// <summary>Runs that one process works on.</summary>
public sealed class RunsAtWorkTests
{
    private readonly RunsAtWork _atWork = new(TimeProvider.System);

    [Fact]
    public async Task Word_that_an_attempt_is_over_does_not_end_the_one_that_came_after_it()
    {
        var first = await _atWork.Begin(Attempt(1));
        _atWork.Cancel(Attempt(2));
        Assert.False(first.IsCancellationRequested);
        _atWork.End(Attempt(1));

        // The database was away while the heartbeat asked; meanwhile the run was begun again here.
        var second = await _atWork.Begin(Attempt(2));
        _atWork.Cancel(Attempt(1));
        Assert.False(second.IsCancellationRequested);
        _atWork.Cancel(Attempt(2));
        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public async Task A_run_that_comes_back_waits_for_the_end_of_what_was_still_done_for_it()
    {
        var first = await _atWork.Begin(Attempt(1));
        var coming = _atWork.Begin(Attempt(2));
        Assert.False(coming.IsCompleted);
        Assert.True(first.IsCancellationRequested);
        _atWork.End(Attempt(1));
        Assert.False((await coming).IsCancellationRequested);
    }

    private static Run Attempt(long fence) => new()
    {
        Id = "P1.qof.2026-11-30.1",
        Practice = "P1",
        Framework = "qof",
        AchievementDate = new DateOnly(2026, 11, 30),
        Attempt = 1,
        Fence = fence,
        QueuedAt = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero),
    };
}
