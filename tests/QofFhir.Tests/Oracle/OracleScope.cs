using QofFhir.Core.Achievement;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>What the oracle knows: eleven indicators of two years, written out by hand. The others are recounted by an engine that runs the published CQL.</summary>
internal static class OracleScope
{
    public static readonly string[] Indicators = ["DM017", "DM019", "DM020", "DM021", "DM036", "HYP001", "HYP003", "HYP007", "HYP010", "HYP011", "BP002"];

    public static readonly string[] FrameworkIds = ["qof-england-2019-20", "qof-england-2026-27"];

    public static bool Knows(string framework, string indicator) => FrameworkIds.Contains(framework) && Indicators.Contains(indicator);

    /// <summary>A framework with the indicators that the oracle knows and no others.</summary>
    public static Framework Framework(string id) => Of(Rulebook.Small(id));

    public static Framework Of(Framework framework) =>
        framework with { Indicators = [.. framework.Indicators.Where(i => Indicators.Contains(i.Id))] };
}
