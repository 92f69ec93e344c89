namespace QofFhir.Extraction.Http;

/// <summary>A fault that may be gone at the next try.</summary>
internal sealed class PassingFault(string reason, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>What the server asked us to wait; null: it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Nobody answered: this is what opens a circuit, an answer of whatever kind does not.</summary>
    public bool Unreachable { get; init; }
}
