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

    /// <summary>File with the key that seals the records: 256 bits, base64 or hexadecimal; null, and no variable: they are not sealed.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Name of the environment variable that holds it, in place of a file.</summary>
    public string? KeyVariable { get; init; }
}
