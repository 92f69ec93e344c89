using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Spec;

/// <summary>The definitions of this checkout with the sample code pack, loaded once.</summary>
internal static class Rulebook
{
    /// <summary>The indicators that the tables show.</summary>
    public static readonly string[] Shown = ["DM017", "DM019", "DM020", "DM021", "DM036", "HYP001", "HYP003", "HYP007", "HYP010", "HYP011", "BP002"];

    private static readonly Lazy<DefinitionLibrary> Loaded =
        new(() => DefinitionLibrary.Load(Repository.Root, Path.Combine(Repository.Root, "samples", "valuesets")));

    public static string[] FrameworkIds { get; } = ["qof-england-2019-20", "qof-england-2026-27"];

    public static DefinitionLibrary Library => Loaded.Value;

    /// <summary>A framework with the indicators shown and no others.</summary>
    public static Framework Framework(string id)
    {
        var framework = Loaded.Value.Framework(id);
        return framework with { Indicators = [.. framework.Indicators.Where(i => Shown.Contains(i.Id))] };
    }

    public static IndicatorRule Rule(this Framework framework, FrameworkIndicator indicator) => framework.Plan.Indicators[indicator.Rule!.Value];
}
