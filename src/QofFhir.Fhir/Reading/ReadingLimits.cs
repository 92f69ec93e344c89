namespace QofFhir.Fhir.Reading;

/// <summary>How much a reader takes before it calls an input hostile.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of one input after decompression.</summary>
    public long InputBytes { get; init; } = 8L << 30;

    /// <summary>Decompressed bytes for each compressed one, judged once more than <see cref="ExpansionJudgedFrom"/> bytes have come.</summary>
    public int Expansion { get; init; } = 1_000;

    public long ExpansionJudgedFrom { get; init; } = 64L << 20;

    /// <summary>Bytes of one resource, or of one Bundle entry.</summary>
    public int ResourceBytes { get; init; } = 64 << 20;

    /// <summary>Levels of JSON inside one resource.</summary>
    public int Depth { get; init; } = 64;
}
