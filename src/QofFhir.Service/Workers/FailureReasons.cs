using System.Text.RegularExpressions;

namespace QofFhir.Service.Workers;

/// <summary>Puts reasons together that differ only in address or number.</summary>
internal static partial class FailureReasons
{
    private const int Most = 20;

    public static IReadOnlyList<FailureReason> Of(IEnumerable<(string Reason, int Runs)> failures) =>
    [
        .. failures.GroupBy(f => Number().Replace(Address().Replace(f.Reason, "(address)"), "(number)"), f => f.Runs, StringComparer.Ordinal)
            .Select(g => new FailureReason(g.Key, g.Sum())).OrderByDescending(f => f.Runs).ThenBy(f => f.Reason, StringComparer.Ordinal).Take(Most),
    ];

    [GeneratedRegex(@"https?://[^\s,;)]*[^\s,;):.]")]
    private static partial Regex Address();

    [GeneratedRegex(@"\d+([.:]\d+)*")]
    private static partial Regex Number();
}

internal sealed record FailureReason(string Reason, int Runs);
