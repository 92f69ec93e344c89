using QofFhir.Core;
using QofFhir.Fhir.Reading;

namespace QofFhir.Cli.Output;

/// <summary>What was read, as tables.</summary>
internal static class ReadSheet
{
    /// <summary>A row a type: in = accepted + rejected.</summary>
    public static Sheet Counts(ReadCounts counts)
    {
        var sheet = new Sheet("type", "in", "accepted", "rejected", "not_used", "set_aside");
        foreach (var type in counts.Types)
        {
            sheet.Add(type.Type, type.In, type.Accepted, type.Rejected, type.NotUsed, type.SetAside);
        }

        return sheet;
    }

    /// <summary>A row for each kind and severity met.</summary>
    public static Sheet Problems(IReadOnlyList<Problem> problems)
    {
        var sheet = new Sheet("kind", "severity", "count");
        foreach (var ((kind, severity), count) in problems.CountBy(p => (p.Kind, p.Severity)).OrderBy(c => c.Key))
        {
            sheet.Add(Name(kind), Name(severity), count);
        }

        return sheet;
    }

    public static string Name(ProblemKind kind) => kind.ToString().ToLowerInvariant();

    public static string Name(ProblemSeverity severity) => severity.ToString().ToLowerInvariant();
}
