using QofFhir.Core.Achievement;
using QofFhir.Fhir.Publishing;
using QofFhir.Fhir.Writing;

namespace QofFhir.Service.CareGaps;

/// <summary>Which measures <c>$care-gaps</c> is asked about, by whichever of their names.</summary>
internal static class GapsMeasures
{
    /// <summary>Of the universal realm, of the US realm, and of base R4.</summary>
    public static readonly string[] Parameters = ["measureUrl", "measure", "measureId", "measureIdentifier", "topic"];

    /// <returns>All that ask for care when none is named.</returns>
    public static IReadOnlyList<FrameworkIndicator> Read(ILookup<string, string> given, Framework framework, Action<string, string> tell)
    {
        FrameworkIndicator[] asking = [.. framework.Indicators.Where(i => i.Kind == IndicatorKind.Fraction)];
        if (!Parameters.Any(given.Contains))
        {
            return asking;
        }

        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Parameters.SelectMany(p => given[p].Select(v => (p, v))))
        {
            FrameworkIndicator[] named = [.. framework.Reported.Where(MeasureWriter.Measures).Where(i => Fits(name, value, framework, i))];
            if (named.Length == 0)
            {
                tell("not-found", name == "topic"
                    ? $"topic: there is no such topic here; there are {string.Join(", ", asking.Select(i => i.Group).Distinct())}."
                    : $"{name}: there is no such Measure here.");
            }
            else if (named.All(i => i.Kind == IndicatorKind.Register))
            {
                tell("not-supported", $"{name}: {named[0].Id} is a register; it asks for no care, so that there is no gap.");
            }

            wanted.UnionWith(named.Select(i => i.Id));
        }

        return [.. asking.Where(i => wanted.Contains(i.Id))];
    }

    private static bool Fits(string name, string value, Framework framework, FrameworkIndicator indicator)
    {
        var identity = MeasureIdentity.Of(framework, indicator);
        return name switch
        {
            "measureId" => value == identity.Id,
            "measureIdentifier" => value == indicator.Id || value == $"{PublishedResource.IdentifierSystem}|{indicator.Id}",
            "topic" => value.Equals(indicator.Group, StringComparison.OrdinalIgnoreCase) || value.Equals(indicator.Domain, StringComparison.OrdinalIgnoreCase),
            _ => value == identity.Url || value == identity.VersionedUrl,
        };
    }
}
