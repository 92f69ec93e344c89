using QofFhir.Core.Records;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Runs;

/// <summary>What happens once at the start: definitions, the sample practice where none is configured, schedules, the first run.</summary>
internal sealed class Startup(
    ServicePlan plan, RuleBook rules, PracticeList practices, PracticeExtracts extracts, PracticeJobs jobs, RunQueue queue, AccessKey key, TextWriter console,
    TimeProvider clock, ILogger<Startup> log) : IHostedLifecycleService, IAsyncDisposable
{
    /// <summary>Other workers may know practices that we do not; a run that waits so long is nobody's.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private SampleGpServer? _sample;
    private WorkerLock? _lock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        rules.Load(plan, log);
        if (plan.Roles.Contains(Role.Worker))
        {
            _lock = WorkerLock.Take(plan.DataFolder);
            extracts.Clear(plan.Sample ? [PracticeRecipe.FictionalPractice] : practices.All.Select(p => p.Ods));
        }

        if (plan.Sample)
        {
            _sample = await SampleGpServer.StartAsync(
                new SampleGpSettings(SamplePractice.Folder) { ValueSets = KnownValueSets(), Clock = clock }, cancellationToken);
            practices.UseSample(PracticeRecipe.FictionalPractice, _sample.BaseUrl);
        }

        if (plan.Roles.Contains(Role.Worker))
        {
            // Before the service listens: a run asked for meanwhile would come before those that were left.
            await jobs.Arrange(practices.All, cancellationToken);
            queue.Clear(clock.GetUtcNow() - (plan.Postgres is null ? TimeSpan.Zero : Forgotten));

            // Of a folder of our own nobody else can be at work; what others do is seen by their heartbeats.
            if (await queue.TakeUp(_ => plan.Postgres is null, cancellationToken) is > 0 and var left)
            {
                log.LogWarning("{Count} runs were left by an earlier process and are run again", left);
            }
        }
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        key.ShowOnce(console);
        if (!plan.Roles.Contains(Role.Worker))
        {
            return;
        }

        if (plan.Sample)
        {
            console.WriteLine("No practice is configured: running the sample practice.");
            await queue.Start(practices.All[0], full: false, cancellationToken);
        }
    }

    /// <summary>The sample system knows our value sets, as a supplier's would that prepared for us.</summary>
    private Dictionary<string, IReadOnlySet<string>> KnownValueSets() => (rules.Loaded?.Framework.Plan.Clusters ?? [])
        .Where(c => c.Codes.Count > 0)
        .ToDictionary(
            RuleBook.ValueSetUrl,
            c => (IReadOnlySet<string>)c.Codes.Select(CodeKey.Split).Select(code => $"{code.System}|{code.Code}").ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _lock?.Dispose();
        return _sample?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
