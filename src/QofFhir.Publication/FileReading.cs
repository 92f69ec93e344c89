namespace QofFhir.Publication;

/// <summary>How the reading of one table goes: rows = accepted + rejected, and everything that is wrong.</summary>
/// <param name="file">As mistakes name it.</param>
public sealed class FileReading(string file)
{
    /// <summary>A file of another kind altogether would otherwise be told cell by cell.</summary>
    public const int MostTold = 1000;

    private readonly List<FileMistake> _mistakes = [];

    public string File { get; } = file;

    /// <summary>Rows below the header; empty lines are none.</summary>
    public int Rows { get; internal set; }

    public int Accepted { get; internal set; }

    public int Rejected => Rows - Accepted;

    /// <summary>In the order of the file, no more than <see cref="MostTold"/>.</summary>
    public IReadOnlyList<FileMistake> Mistakes => _mistakes;

    /// <summary>All of them, those not told too.</summary>
    public int MistakeCount { get; private set; }

    internal void Add(int line, int column, string text)
    {
        MistakeCount++;
        if (_mistakes.Count < MostTold)
        {
            _mistakes.Add(new FileMistake(File, line, column, text));
        }
    }
}
