using QofFhir.Core.Aggregation;

namespace QofFhir.Cli.Peers;

/// <summary>One indicator of the practice, and where it stands in each group.</summary>
/// <param name="Standings">Empty when it stands nowhere.</param>
/// <param name="Remark">Why it stands nowhere; null where it does.</param>
internal sealed record PeerLine(string Indicator, ReportedCounts Counts, IReadOnlyList<Standing> Standings, string? Remark);
