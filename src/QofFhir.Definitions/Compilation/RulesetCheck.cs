using QofFhir.Core.Rules;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>Checks every definition of every ruleset, wanted by a framework or not, for each version that makes a difference.</summary>
internal sealed class RulesetCheck(RulesetLibrary rulesets, IReadOnlyDictionary<string, Cluster> clusters, MistakeList mistakes)
{
    public void Run(IEnumerable<RulesVersion> versions)
    {
        versions.AsParallel().ForAll(version => Run(new CompilationContext(rulesets, clusters, version, null, mistakes), rulesets.Scopes.Select(s => s.Ruleset)));
        UnusedNames.Report(rulesets, mistakes);
    }

    /// <summary>Checks one ruleset alone, for one version, without the notes: as much as a file from elsewhere may ask for before its cost is known.</summary>
    public void Run(RulesetFile ruleset, RulesVersion version)
    {
        Run(new CompilationContext(rulesets, clusters, version, null, mistakes), [ruleset], notes: false);
        UnusedNames.Report(rulesets, ruleset, mistakes);
    }

    private static void Run(CompilationContext context, IEnumerable<RulesetFile> files, bool notes = true)
    {
        foreach (var ruleset in files)
        {
            foreach (var field in ruleset.Fields.Values)
            {
                context.Fields.NumberOf(field, field.Place);
            }

            foreach (var condition in ruleset.Conditions.Values)
            {
                context.Conditions.Named(condition, condition.Place);
            }

            foreach (var register in ruleset.Registers.Values)
            {
                context.Registers.NumberOf(register, register.Place);
            }

            CheckTables(context, ruleset, notes);
            var strata = new StratumCompiler(context);
            foreach (var stratum in ruleset.Strata.Values)
            {
                strata.Compile(stratum, stratum.Place);
            }
        }
    }

    private static void CheckTables(CompilationContext context, RulesetFile ruleset, bool notes)
    {
        var expander = new RowExpander(context);
        foreach (var definition in ruleset.Blocks.Values)
        {
            if (context.Circles.Enter(definition, definition.Name, definition.Place))
            {
                var block = context.ContentOf(definition, definition.Place);
                // Any number does: only names and types are looked at.
                var arguments = block?.Parameters.Distinct().ToDictionary(p => p, _ => 1m) ?? [];
                _ = expander.Expand(block?.Rows ?? [], ruleset, arguments, ruleset.Source).Count();
                context.Circles.Leave();
            }
        }

        var indicators = new IndicatorCompiler(context);
        foreach (var indicator in ruleset.Indicators.Values)
        {
            if (indicators.Compile(indicator, indicator.Place) is IndicatorRule.Fraction fraction && notes)
            {
                MovingSelectors.Note(fraction, context);
            }
        }
    }
}
