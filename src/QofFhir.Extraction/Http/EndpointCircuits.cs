using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;

namespace QofFhir.Extraction.Http;

/// <summary>Remembers, over all extractions of a worker, which endpoints do not answer: those fail at once for a while instead of costing every run its tries.</summary>
public sealed class EndpointCircuits(ExtractionSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ResiliencePipeline> _circuits = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the whole address: behind one host may be thousands of practices, and those that answer must not suffer for those that do not.</summary>
    internal ResiliencePipeline Of(Uri address) => _circuits.GetOrAdd(
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.Unescaped).TrimEnd('/'),
        _ => new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<PassingFault>(f => f.Unreachable),
                FailureRatio = 0.9,
                MinimumThroughput = settings.CircuitFaults,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = settings.CircuitBreak,
            })
            .Build());
}
