namespace QofFhir.Extraction;

/// <summary>How to treat a server: sizes and patience.</summary>
public sealed record ExtractionSettings
{
    /// <summary>Resources asked for a page; a server may give fewer.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>Codes in one search where a server does not know our value sets. A link to the next page may repeat them all, and addresses over 8 KB are widely refused.</summary>
    public int CodesPerSearch { get; init; } = 125;

    /// <summary>Bytes of the largest page that is read; a larger one ends the extraction.</summary>
    public int LargestPage { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes of the longest line of a file; a longer one ends the extraction.</summary>
    public int LongestLine { get; init; } = 8 * 1024 * 1024;

    /// <summary>Pages one after another that may bring nothing new; servers leave pages empty, but not for ever.</summary>
    public int BarrenPages { get; init; } = 200;

    /// <summary>Bytes of all answers of one extraction together; a practice has 1 to 10 GB, a server that never ends has more.</summary>
    public long LargestExtraction { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Tries after the first one, for faults that pass.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Wait before the first retry; it doubles from there, with jitter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The doubling stops here.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest Retry-After that is obeyed; a server that asks for more ends the extraction.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Time for one request, body included; for a file, the longest silence.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Tries after the first one while a server prepares an export: hours of its work are not given up lightly.</summary>
    public int PollRetries { get; init; } = 10;

    /// <summary>Files of one export that are fetched side by side.</summary>
    public int Downloads { get; init; } = 4;

    /// <summary>Searches side by side where records have to be asked for patient by patient.</summary>
    public int Crawls { get; init; } = 2;

    /// <summary>A search for changes begins so long before the extraction that it follows: clocks differ, and what was being written then may not have been found.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for a whole extraction; a server that never comes to an end is given up then.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Requests that nobody answered, within ten minutes and with hardly one answered between, after which an endpoint is left alone.</summary>
    public int CircuitFaults { get; init; } = 10;

    /// <summary>How long it is left alone.</summary>
    public TimeSpan CircuitBreak { get; init; } = TimeSpan.FromMinutes(2);
}
