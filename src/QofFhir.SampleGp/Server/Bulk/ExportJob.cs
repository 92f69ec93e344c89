using QofFhir.SampleGp.Server.Faults;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>An export that was kicked off.</summary>
/// <param name="number">Its number in its practice.</param>
/// <param name="url">The URL of the kick-off.</param>
/// <param name="request">What was asked.</param>
/// <param name="at">The time of which its records are true.</param>
/// <param name="plan">The faults at kick-off: they decide what is in the files.</param>
/// <param name="files">All files, output first.</param>
internal sealed class ExportJob(int number, string url, ExportRequest request, DateTimeOffset at, SampleGpFaultPlan plan, IReadOnlyList<ExportFile> files)
{
    private readonly Lock _lock = new();
    private readonly List<int> _uses = [];
    private int _polls;

    public int Number => number;

    public string Url => url;

    public ExportRequest Request => request;

    public DateTimeOffset At => at;

    public SampleGpFaultPlan Plan => plan;

    public IReadOnlyList<ExportFile> Files => files;

    /// <summary>Whether the manifest has been given.</summary>
    public bool IsDone
    {
        get
        {
            lock (_lock)
            {
                return _uses.Count > 0;
            }
        }
    }

    /// <summary>Polls so far, this one with them.</summary>
    public int Poll() => Interlocked.Increment(ref _polls);

    /// <summary>Begins a manifest and gives its number, which its file URLs bear.</summary>
    public int BeginManifest()
    {
        lock (_lock)
        {
            _uses.Add(0);
            return _uses.Count;
        }
    }

    /// <summary>Counts a use of a file URL of that manifest.</summary>
    /// <param name="manifest">Its number.</param>
    /// <param name="mostUses">So many uses the URLs of a manifest are good for; null for any number.</param>
    /// <returns>False when the URL has ended or never was.</returns>
    public bool UseFile(int manifest, int? mostUses)
    {
        lock (_lock)
        {
            return manifest >= 1 && manifest <= _uses.Count && !(_uses[manifest - 1]++ >= mostUses);
        }
    }
}
