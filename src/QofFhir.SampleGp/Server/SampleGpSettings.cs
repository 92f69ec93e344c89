using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server;

/// <summary>What the sample GP system serves and how.</summary>
/// <param name="Folder">Folder of NDJSON files (<c>*.ndjson</c>); each line says its own type.</param>
/// <param name="Port">Port on loopback; 0 takes a free one. No other address can be bound.</param>
public sealed record SampleGpSettings(string Folder, int Port = 0)
{
    /// <summary>The value sets that <c>code:in</c> knows: canonical URL to members as <c>system|code</c>. Any other is refused with 400.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> ValueSets { get; init; } =
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    /// <summary>Maps <c>GET</c> and <c>POST /faults</c>, <c>GET /faults/requests</c> and <c>POST /changes</c>, so that a process outside can ask for faults and change records.</summary>
    public bool FaultsOverHttp { get; init; }

    /// <summary>Resources a page where the request names no <c>_count</c>, and the most that it may ask for.</summary>
    public int PageSize { get; init; } = 100;

    public int MostPerPage { get; init; } = 1000;

    public BulkSettings Bulk { get; init; } = new();

    /// <summary>The one registered client of SMART Backend Services; null asks nobody for a token.</summary>
    public SampleGpClient? Client { get; init; }

    /// <summary>How many of the latest requests a practice remembers for <see cref="Faults.SampleGpFaults.Received"/>.</summary>
    public int RequestsKept { get; init; } = 256;

    /// <summary>Stamps changes, ends tokens, and is what the slow faults wait by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
