namespace QofFhir.Service.Runs;

/// <summary>Reading and evaluating take a core each and a practice in memory, so only as many go on at a time as there are cores.</summary>
internal sealed class EvaluationPlaces : IDisposable
{
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <summary>Works on a thread of its own: the pool's threads serve the extractions.</summary>
    public async Task<T> Work<T>(Func<T> work, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
