using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using QofFhir.Fhir.Writing.Gaps;
using QofFhir.Service.Practices;
using QofFhir.Service.Records;
using QofFhir.Service.Reports;

namespace QofFhir.Service.CareGaps;

/// <summary>Works at the jobs, one after the other; those that an earlier process left are done again from their start.</summary>
internal sealed class GapsWork(
    ServicePlan plan, GapsJobs jobs, PracticeList practices, RecordsAtHand records, TimeProvider clock, ILogger<GapsWork> log) : BackgroundService
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);

    private readonly Channel<GapsJob> _waiting = Channel.CreateUnbounded<GapsJob>();
    private readonly ConcurrentDictionary<string, GapsProgress> _atWork = new(StringComparer.Ordinal);

    public void Begin(GapsJob job) => _waiting.Writer.TryWrite(job);

    /// <summary>Null as long as a job waits.</summary>
    public GapsProgress? ProgressOf(string id) => _atWork.GetValueOrDefault(id);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the service listens: who asks for a job of before is to find it.
        foreach (var job in jobs.Load())
        {
            Begin(job);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Work(stoppingToken), Sweep(stoppingToken));

    private async Task Work(CancellationToken stopping)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(stopping))
        {
            try
            {
                jobs.End(await Run(job, stopping));
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                // Whatever it was: the asker has to be told, and the next ones are worked at. Of one that was removed, its folder is gone.
                if (jobs.Has(job.Id))
                {
                    log.LogError(fault, "Gaps in care could not be worked out");
                    jobs.End(job with { Failure = new(StatusCodes.Status500InternalServerError, "exception", "Something unforeseen happened here; the log of the service has more.") });
                }
            }
            finally
            {
                _atWork.TryRemove(job.Id, out _);
            }
        }
    }

    private async Task Sweep(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, clock);
        do
        {
            try
            {
                jobs.Sweep();
            }
            catch (IOException fault)
            {
                log.LogError("Files of gaps in care could not be deleted, and will be tried again: {Fault}", fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task<GapsJob> Run(GapsJob job, CancellationToken stopping)
    {
        var held = practices.Find(job.Question.Practice) is { } practice ? await records.Of(practice, stopping) : null;
        if (GapsRefusal.Of(held, plan, clock) is { } refusal)
        {
            return job with { Failure = refusal };
        }

        // On a thread of its own: the pool's threads serve the requests.
        return await Task.Factory.StartNew(
            () => Write(job, held!, stopping), stopping, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    private GapsJob Write(GapsJob job, PracticeAtHand held, CancellationToken stopping)
    {
        var gaps = new GapsOfPractice(held, job.Question, plan.Today(clock), clock.GetUtcNow());
        var one = job.Question.Patient is { } id ? held.Records.Find(id) : null;
        if (job.Question.Patient is not null && one is null)
        {
            return job with { Failure = GapsRefusal.UnknownPatient };
        }

        var of = one is null ? held.Records.PatientCount : 1;
        var progress = _atWork[job.Id] = new GapsProgress(of);
        var writer = new CareGapsWriter(gaps.Settings(plan.Realm));
        var buffer = new ArrayBufferWriter<byte>();
        var bundles = 0;
        using (var file = jobs.Create(job.Id, GapsJobs.Bundles))
        {
            for (var patient = 0; patient < of; patient++, progress.Done++)
            {
                stopping.ThrowIfCancellationRequested();
                if (!jobs.Has(job.Id))
                {
                    return job;
                }

                if ((one is { } alone ? gaps.Of(alone) : gaps.OfMember(patient)) is { Gaps.Count: > 0 } found)
                {
                    buffer.ResetWrittenCount();
                    writer.WriteBundle(buffer, found);
                    file.Write(buffer.WrittenSpan);
                    file.WriteByte((byte)'\n');
                    bundles++;
                }
            }
        }

        return job with { Bundles = bundles, TakenAt = held.TakenAt, Outcomes = Outcomes(job.Id, gaps) };
    }

    /// <summary>What could not be evaluated for anybody is told beside the Bundles too: there may be none.</summary>
    private int Outcomes(string id, GapsOfPractice gaps)
    {
        Issue[] issues = [.. gaps.NotEvaluated.Select(text => new Issue("warning", "incomplete", text))];
        if (issues.Length == 0)
        {
            return 0;
        }

        using var file = jobs.Create(id, GapsJobs.Outcomes);
        using (var json = new Utf8JsonWriter(file))
        {
            FhirAnswer.Write(json, issues);
        }

        file.WriteByte((byte)'\n');
        return 1;
    }
}
