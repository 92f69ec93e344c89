namespace QofFhir.Service.Practices;

/// <summary>Whether practices' records stay on disk between runs, so that a run fetches what changed and not everything.</summary>
internal sealed class RecordsSettings
{
    /// <summary>False: each run fetches everything, and nothing stays.</summary>
    public bool Keep { get; init; } = true;

    /// <summary>Every so many runs of a practice everything is fetched all the same.</summary>
    public int FullEvery { get; init; } = 12;

    /// <summary>Records that no run has brought up to date for so many days are deleted.</summary>
    public int RetainDays { get; init; } = 90;

    /// <summary>Records taken longer ago are told as old to whoever asks about one patient.</summary>
    public int FreshHours { get; init; } = 24;

    /// <summary>Practices whose records stand in memory at a time for questions about their patients, some 100 MB a practice of 10,000.</summary>
    public int AtHand { get; init; } = 4;

    /// <summary>File with the key that seals the records: 256 bits, base64 or hexadecimal; null, and no variable: they are not sealed.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Name of the environment variable that holds it, in place of a file.</summary>
    public string? KeyVariable { get; init; }
}
