namespace QofFhir.Cli.Output;

/// <summary>Files are written into a folder beside the one asked for, and moved in when all are whole: a run that fails leaves nothing behind.</summary>
/// <remarks>Of an existing folder only files of our own names are touched; those that this run does not write are taken away, so that no two runs lie mixed.</remarks>
internal sealed class OutFolder : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly IReadOnlyList<string> _ourNames;

    /// <param name="ourNames">Every file name that a run may write; the last one is moved last.</param>
    /// <exception cref="StopException">There is a file where the folder should be, or a folder where a file should be.</exception>
    public OutFolder(string target, IReadOnlyList<string> ourNames)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        CheckIsFree(target, ourNames);
        _ourNames = ourNames;
        _temporary = $"{_target}.writing-{Environment.ProcessId}";
        Directory.CreateDirectory(_temporary);
    }

    /// <summary>Lets a long run fail before it begins.</summary>
    public static void CheckIsFree(string target, IReadOnlyList<string> ourNames)
    {
        if (File.Exists(target))
        {
            throw new StopException(ExitCode.Usage, $"--out {target}: is a file, expected a folder or a new name");
        }

        if (ourNames.Select(n => Path.Combine(target, n)).FirstOrDefault(Directory.Exists) is { } taken)
        {
            throw new StopException(ExitCode.Usage, $"--out {target}: {taken} is a folder, and a file of that name is to be written");
        }
    }

    public FileStream Create(string name) => new(Path.Combine(_temporary, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    /// <summary>All files are whole: they take their places.</summary>
    public void MoveIn()
    {
        Directory.CreateDirectory(_target);
        foreach (var name in _ourNames)
        {
            var written = Path.Combine(_temporary, name);
            var place = Path.Combine(_target, name);
            if (File.Exists(written))
            {
                File.Move(written, place, overwrite: true);
            }
            else
            {
                File.Delete(place);
            }
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_temporary))
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
