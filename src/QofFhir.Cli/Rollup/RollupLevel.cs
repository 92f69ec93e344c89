using QofFhir.Core.Aggregation;

namespace QofFhir.Cli.Rollup;

/// <summary>The levels as they are typed.</summary>
internal static class RollupLevel
{
    public static readonly IReadOnlyDictionary<string, OrganisationKind> Names = new Dictionary<string, OrganisationKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["england"] = OrganisationKind.Country,
        ["region"] = OrganisationKind.Region,
        ["icb"] = OrganisationKind.Icb,
        ["sub-icb"] = OrganisationKind.SubIcb,
        ["pcn"] = OrganisationKind.Pcn,
        ["practice"] = OrganisationKind.Practice,
    };
}
