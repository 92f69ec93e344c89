using QofFhir.Service.Access;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Metadata;

/// <summary>What an aggregator does once at the start: its definitions, and its key shown. It has no practice, no schedule and no run.</summary>
internal sealed class AggregatorStart(ServicePlan plan, RuleBook rules, AccessKey key, TextWriter console, ILogger<AggregatorStart> log) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        rules.Load(plan, log);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        key.ShowOnce(console);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
