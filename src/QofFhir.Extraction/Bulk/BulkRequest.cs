namespace QofFhir.Extraction.Bulk;

/// <summary>What to export.</summary>
public sealed record BulkRequest(BulkLevel Level)
{
    public BulkFilter Filter { get; init; } = BulkFilter.ValueSets;

    /// <summary>Only what changed since, by the server's clock: the <see cref="ExtractionResult.TransactionTime"/> of the extraction before. Null: everything.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Root elements such as <c>Patient.birthDate</c>; empty: all. Must hold whatever is evaluated.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Ids of the patients wanted; empty: all of the level. A server takes it by POST alone.</summary>
    public IReadOnlyList<string> Patients { get; init; } = [];
}
