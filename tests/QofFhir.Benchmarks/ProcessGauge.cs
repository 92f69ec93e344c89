using System.Diagnostics;

namespace QofFhir.Benchmarks;

/// <summary>Samples what this process holds while something runs; open files and sockets are counted on Linux.</summary>
internal sealed class ProcessGauge : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sampling;

    public ProcessGauge() => _sampling = Sample();

    public long MostMemory { get; private set; }

    public int MostFiles { get; private set; }

    public int MostSockets { get; private set; }

    public static long Memory()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sampling;
        _stop.Dispose();
    }

    private async Task Sample()
    {
        do
        {
            MostMemory = Math.Max(MostMemory, Memory());
            if (OperatingSystem.IsLinux())
            {
                var open = Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(f => new FileInfo(f).LinkTarget ?? "").ToArray();
                MostSockets = Math.Max(MostSockets, open.Count(o => o.StartsWith("socket:", StringComparison.Ordinal)));
                MostFiles = Math.Max(MostFiles, open.Count(o => o.StartsWith('/')));
            }

            await Task.Delay(100, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        while (!_stop.IsCancellationRequested);
    }
}
