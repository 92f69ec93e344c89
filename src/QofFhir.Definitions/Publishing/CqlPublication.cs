using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Publishing;

/// <summary>Writes the definitions of a framework as CQL: a library for each register and fraction indicator, and the one that they share.</summary>
/// <remarks>The same definitions give the same text. A text that several frameworks share is one library, named by the lowest version of the rules it holds for.</remarks>
public static class CqlPublication
{
    /// <summary>The libraries of a framework's indicators in its order; the shared library stands first.</summary>
    /// <exception cref="KeyNotFoundException">There is no such framework.</exception>
    /// <exception cref="DefinitionException">Mistakes concern the framework.</exception>
    public static IReadOnlyList<CqlLibrary> Of(DefinitionLibrary library, string frameworkId)
    {
        var framework = library.Framework(frameworkId);
        var others = library.Frameworks.Where(f => !f.HasMistakes).Select(f => library.Framework(f.Id)).ToList();
        return Of(framework, others);
    }

    /// <param name="all">Every framework whose text may be the same, the first one among them.</param>
    internal static IReadOnlyList<CqlLibrary> Of(Framework framework, IReadOnlyList<Framework> all)
    {
        var inOrder = all.OrderBy(VersionOf).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();
        var libraries = new List<CqlLibrary> { RecordsLibrary.Library };
        foreach (var indicator in framework.Reported)
        {
            if (Definition(framework, indicator) is { } definition)
            {
                libraries.Add(definition.Library(FirstWith(definition, indicator.Id, framework, inOrder)));
            }
        }

        return libraries;
    }

    /// <summary>Goes back from the framework's own version as long as the text stays; frameworks without the indicator are no gap.</summary>
    private static string FirstWith(
        IndicatorDefinition definition, string id, Framework framework, List<Framework> inOrder)
    {
        var first = framework.Rules;
        foreach (var earlier in inOrder.TakeWhile(f => VersionOf(f).CompareTo(VersionOf(framework)) < 0).Reverse())
        {
            if (earlier.Reported.FirstOrDefault(i => i.Id == id) is { } same && Definition(earlier, same) is { } before)
            {
                if (before.Text != definition.Text)
                {
                    break;
                }

                first = earlier.Rules;
            }
        }

        return first;
    }

    /// <summary>None of what is attested, nor of what is about the dead: the shared library knows the list of the achievement date only.</summary>
    private static IndicatorDefinition? Definition(Framework framework, FrameworkIndicator indicator) =>
        indicator.Rule is { } rule && framework.Plan.Indicators[rule] is not IndicatorRule.Attestation and { People.DiedInMonths: null }
            ? IndicatorDefinition.Of(framework.Plan, framework.Plan.Indicators[rule])
            : null;

    private static RulesVersion VersionOf(Framework framework) => RulesVersion.Parse(framework.Rules) ?? RulesVersion.First;
}
