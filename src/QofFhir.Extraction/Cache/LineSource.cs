namespace QofFhir.Extraction.Cache;

/// <summary>Where lines come from when records are written anew.</summary>
/// <param name="Open">Gets a type; null: none of it here.</param>
/// <param name="Patients">Whose records are taken, beside those about nobody; null: all.</param>
internal sealed record LineSource(Func<string, Stream?> Open, IReadOnlySet<UInt128>? Patients)
{
    /// <summary>By type, what is no longer there.</summary>
    public IReadOnlyDictionary<string, HashSet<UInt128>> Gone { get; init; } = new Dictionary<string, HashSet<UInt128>>();

    /// <summary>Was written by these rules before: the codes need no second look.</summary>
    public bool Kept { get; init; }

    public static LineSource Of(string folder, IReadOnlySet<UInt128>? patients) => new(
        type => Path.Combine(folder, type + ".ndjson") is var file && File.Exists(file) ? File.OpenRead(file) : null, patients);
}
