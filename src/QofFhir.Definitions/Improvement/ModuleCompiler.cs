using QofFhir.Core.Achievement;
using QofFhir.Core.Improvement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Frameworks;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Improvement;

/// <summary>Compiles a module's measures as a framework that pays nothing.</summary>
internal sealed class ModuleCompiler(RulesetLibrary rulesets, FrameworkCompiler compiler, MistakeList mistakes)
{
    public CompiledModule Compile(ModuleFile file, bool local = false)
    {
        var compiled = file.Measures.Count == 0 ? null : compiler.Compile(AsFramework(file));
        CheckMeasures(file, compiled?.Framework);
        var module = new ImprovementModule(
            file.Id, file.Title, file.Years, [.. file.Indicators.Select(i => i.Indicator)], file.Requirements, file.Template,
            compiled?.Framework is { } framework ? Unpaid(framework) : null, file.Source, local);
        return new CompiledModule(file.Id, module, compiled?.Files ?? new HashSet<string> { file.File.Path });
    }

    /// <summary>What the module says of its points is what the frameworks of its years say.</summary>
    public void CheckPoints(ModuleFile file, IEnumerable<CompiledFramework> frameworks)
    {
        foreach (var framework in frameworks.Select(f => f.Framework).OfType<Framework>().Where(f => file.Years.Contains(f.YearStart)))
        {
            foreach (var (indicator, place) in file.Indicators)
            {
                if (framework.Indicators.FirstOrDefault(i => i.Id == indicator.Id) is { } paid && paid.Points != indicator.Points)
                {
                    mistakes.Add(place, FormattableString.Invariant(
                        $"{indicator.Id} has {paid.Points} points in {framework.Id}, and {indicator.Points?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} here"));
                }
            }
        }
    }

    private static FrameworkFile AsFramework(ModuleFile file) => new(
        file.File, "qi-" + file.Id, file.Title, file.Years.Count > 0 ? file.Years[0] : default, file.Rules ?? RulesVersion.First, file.RulesText,
        file.Source.Document, file.Rulesets, [], file.Strata,
        [.. file.Measures.DistinctBy(m => m.Name).Select(m => new FrameworkEntry(
            m.Name, m.Place, m.Name, "Quality improvement", file.Title, null, 0, null, null, Certainty.Recalled, null, null))]);

    private void CheckMeasures(ModuleFile file, Framework? framework)
    {
        var known = file.Rulesets.Select(r => rulesets.Find(r.Name)).OfType<Scope>().SelectMany(s => s.Ruleset.Indicators.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var measure in file.Measures.Where(m => !known.Contains(m.Name)))
        {
            mistakes.Add(measure.Place, $"unknown measure {measure.Name}: none of the module's rulesets has it{Suggestion.For(measure.Name, known)}");
        }

        foreach (var twice in file.Measures.GroupBy(m => m.Name).SelectMany(g => g.Skip(1)))
        {
            mistakes.Add(twice.Place, $"{twice.Name} is listed twice");
        }

        foreach (var indicator in framework?.Indicators.Where(i => i.Rule is { } n && framework.Plan.Indicators[n] is IndicatorRule.Attestation) ?? [])
        {
            mistakes.Add(file.Measures.First(m => m.Name == indicator.Id).Place, $"{indicator.Id} is attested: a measure counts patients");
        }
    }

    private static Framework Unpaid(Framework framework) => framework with
    {
        AnyYear = true,
        Indicators = [.. framework.Indicators.Select(i => i.Rule is { } number ? Unpaid(i, framework.Plan.Indicators[number]) : i)],
    };

    private static FrameworkIndicator Unpaid(FrameworkIndicator indicator, IndicatorRule rule) => indicator with
    {
        Title = rule.Title,
        Kind = rule is IndicatorRule.Register ? IndicatorKind.Register : IndicatorKind.Fraction,
        PointsCertainty = indicator.RulesCertainty ?? rule.Source.Certainty,
        Source = rule.Source.Document,
        Paid = false,
    };
}
