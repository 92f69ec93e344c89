namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>The exports of one practice. The oldest are forgotten.</summary>
internal sealed class Exports
{
    private const int Kept = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, ExportJob> _jobs = [];
    private int _last;

    public bool AnyRuns
    {
        get
        {
            lock (_lock)
            {
                return _jobs.Values.Any(j => !j.IsDone);
            }
        }
    }

    /// <param name="begin">Makes the export of that number; the first is 1.</param>
    public ExportJob Begin(Func<int, ExportJob> begin)
    {
        var number = Interlocked.Increment(ref _last);
        var job = begin(number);
        lock (_lock)
        {
            _jobs.Add(number, job);
            _jobs.Remove(number - Kept);
        }

        return job;
    }

    public ExportJob? Find(int number)
    {
        lock (_lock)
        {
            return _jobs.GetValueOrDefault(number);
        }
    }

    public bool End(int number)
    {
        lock (_lock)
        {
            return _jobs.Remove(number);
        }
    }
}
