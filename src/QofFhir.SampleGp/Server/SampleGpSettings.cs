namespace QofFhir.SampleGp.Server;

/// <summary>What the sample GP system serves and how.</summary>
/// <param name="Folder">Folder of NDJSON files (<c>*.ndjson</c>); each line says its own type.</param>
/// <param name="Port">Port on loopback; 0 takes a free one. No other address can be bound.</param>
public sealed record SampleGpSettings(string Folder, int Port = 0)
{
    /// <summary>The value sets that <c>code:in</c> knows: canonical URL to members as <c>system|code</c>. Any other is refused with 400.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> ValueSets { get; init; } =
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    /// <summary>Maps <c>GET</c> and <c>POST /faults</c>, so that a process outside can ask for faults.</summary>
    public bool FaultsOverHttp { get; init; }

    /// <summary>Resources a page where the request names no <c>_count</c>, and the most that it may ask for.</summary>
    public int PageSize { get; init; } = 100;

    public int MostPerPage { get; init; } = 1000;

    /// <summary>Only the date form of <c>Retry-After</c> and the slow fault read the clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
