namespace QofFhir.Service.Storage;

/// <summary>Held by the worker of a data folder. A second one would take the first one's runs for abandoned and remove its files.</summary>
internal sealed class WorkerLock : IDisposable
{
    private readonly FileStream _file;

    private WorkerLock(FileStream file) => _file = file;

    /// <exception cref="IOException">Another worker holds it.</exception>
    public static WorkerLock Take(string folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // The system lets go of it however the process ends, so the file may stay.
        return new WorkerLock(new FileStream(Path.Combine(folder, "worker.lock"), options));
    }

    public void Dispose() => _file.Dispose();
}
