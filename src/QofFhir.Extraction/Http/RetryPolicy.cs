using Polly;
using Polly.Retry;

namespace QofFhir.Extraction.Http;

/// <summary>Growing waits with jitter between the tries, or what the server asks for.</summary>
internal static class RetryPolicy
{
    public static ResiliencePipeline For(int retries, ExtractionSettings settings, TimeProvider clock, Random jitter) =>
        retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<PassingFault>(),
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = () => Chance(jitter),
                Delay = settings.FirstWait,
                MaxDelay = settings.LongestWait,
                DelayGenerator = fault => ValueTask.FromResult((fault.Outcome.Exception as PassingFault)?.RetryAfter),
            })
            .Build();

    /// <summary>Between 0 and 1. Downloads run side by side, and a Random is not made for that.</summary>
    public static double Chance(Random jitter)
    {
        lock (jitter)
        {
            return jitter.NextDouble();
        }
    }
}
