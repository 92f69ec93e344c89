using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Compilation;
using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;

namespace QofFhir.Definitions.Frameworks;

/// <summary>Compiles a framework: takes from the rulesets what its indicators need in its version, and says of each whether it can be evaluated.</summary>
/// <param name="mostCost">Steps that deciding one patient may take, where the rules come from elsewhere.</param>
internal sealed class FrameworkCompiler(
    RulesetLibrary rulesets, IReadOnlyDictionary<string, Cluster> clusters, bool sampleCodes, IReadOnlyList<Core.Prompts.Care> care, MistakeList mistakes,
    long mostCost = long.MaxValue)
{
    public CompiledFramework Compile(FrameworkFile file)
    {
        var context = new CompilationContext(rulesets, clusters, file.Rules, file.Id, mistakes);
        var named = Named(file);
        var indicators = new IndicatorCompiler(context);
        var rules = new List<IndicatorRule>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in file.Indicators)
        {
            if (RuleOf(entry, named, indicators) is { } rule)
            {
                numbers.Add(entry.Id, rules.Count);
                rules.Add(rule);
            }
        }

        var kept = file.Registers.Where(r => context.Registers.NumberOf(r) is not null).ToList();
        foreach (var register in kept)
        {
            numbers.Add(register.Name, rules.Count);
            rules.Add(Kept(register, context));
        }

        var stratum = new StratumCompiler(context);
        var strata = file.Strata.DistinctBy(s => s.Name).Select(stratum.Compile).OfType<StratumRule>().ToList();
        var plan = new EvaluationPlan(context.Clusters.All, context.Fields.All, context.Registers.All, rules);
        if (PlanCost.Of(plan) is var cost && cost > mostCost)
        {
            mistakes.Add(file.File.Top, $"deciding one patient takes up to {cost} steps; at most {mostCost} are allowed");
            return new CompiledFramework(file.Id, null, FilesOf(file, named, context));
        }

        var judge = new EvaluabilityJudge(plan);
        var framework = new Framework(
            file.Id, file.Title, file.YearStart, file.RulesText,
            [.. file.Indicators.Select(e => Indicator(e, file, numbers.TryGetValue(e.Id, out var n) ? n : null, plan, judge))],
            plan, sampleCodes)
        {
            Registers = [.. kept.Select(r => Kept(plan, numbers[r.Name], judge))],
            Care = CareOf(plan),
            Strata = [.. strata.Select(s => new FrameworkStratum(s, judge.Of(s)))],
            Payment = file.Payment is { } payment
                ? new PaymentCompiler(file, plan, mistakes).Compile(payment)
                : null,
        };
        return new CompiledFramework(file.Id, framework, FilesOf(file, named, context));
    }

    private List<Core.Prompts.Care> CareOf(EvaluationPlan plan)
    {
        var known = plan.Clusters.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return [.. care.Where(c => c.Clusters.Any(known.Contains))];
    }

    private List<Scope> Named(FrameworkFile file)
    {
        var scopes = new List<Scope>();
        foreach (var name in file.Rulesets)
        {
            if (rulesets.Find(name.Name) is { } scope)
            {
                scopes.Add(scope);
            }
            else
            {
                mistakes.Add(name.Place, $"unknown ruleset {name.Name}{Suggestion.For(name.Name, rulesets.Names)}");
            }
        }

        return scopes;
    }

    private IndicatorRule? RuleOf(FrameworkEntry entry, List<Scope> named, IndicatorCompiler indicators)
    {
        var owner = named.Find(s => s.Ruleset.Indicators.ContainsKey(entry.Id));
        if (owner is null || indicators.Compile(owner.Ruleset.Indicators[entry.Id], entry.Place) is not { } rule)
        {
            return null;
        }

        var kind = rule switch
        {
            IndicatorRule.Fraction => IndicatorKind.Fraction,
            IndicatorRule.Register => IndicatorKind.Register,
            _ => IndicatorKind.Attestation,
        };
        if (entry.Kind is { } said && kind != said)
        {
            mistakes.Add(
                entry.Place,
                $"{entry.Id} is of kind {Said(said)} here and of kind {Said(kind)} in {owner.Ruleset.File.Path}");
        }

        return rule;
    }

    /// <summary>A register under its own name.</summary>
    private static IndicatorRule.Register Kept(NameRef name, CompilationContext context)
    {
        var number = context.Registers.NumberOf(name)!.Value;
        var register = context.Registers.All[number];
        return new IndicatorRule.Register([number]) { Id = register.Name, Title = register.Title, Source = register.Source };
    }

    private static FrameworkIndicator Kept(EvaluationPlan plan, int number, EvaluabilityJudge judge)
    {
        var register = plan.Indicators[number];
        var certainty = Certainties.OfRules(plan, register);
        return new FrameworkIndicator(
            register.Id, register.Title, "Registers", "Registers that are not paid", IndicatorKind.Register, 0, null, null,
            certainty, null, register.Source.Document, number, judge.Of(register), Paid: false)
        {
            RulesCertainty = certainty,
        };
    }

    private static FrameworkIndicator Indicator(
        FrameworkEntry entry, FrameworkFile file, int? rule, EvaluationPlan plan, EvaluabilityJudge judge) => new(
        entry.Id, entry.Title, entry.Domain, entry.Group, entry.Kind ?? IndicatorKind.Fraction, entry.Points, entry.Lower, entry.Upper,
        entry.PointsCertainty, entry.ThresholdCertainty, entry.Source ?? file.Source, rule,
        rule is { } number ? judge.Of(plan.Indicators[number])
            : entry.Kind == IndicatorKind.Attestation ? Evaluability.Complete
            : Evaluability.NoRules)
        {
            RulesCertainty = rule is { } known && plan.Indicators[known] is not IndicatorRule.Attestation
            ? Certainties.OfRules(plan, plan.Indicators[known])
            : null,
        };

    /// <summary>The framework's own file, the rulesets that it names or takes something from, and what these include.</summary>
    private HashSet<string> FilesOf(FrameworkFile file, List<Scope> named, CompilationContext context)
    {
        var used = context.Touched.Concat(named.Select(s => s.Ruleset)).ToHashSet();
        var included = used.SelectMany(r => r.Includes).Select(i => rulesets.Find(i.Name)?.Ruleset).OfType<RulesetFile>();
        return [file.File.Path, .. used.Concat(included).Select(r => r.File.Path)];
    }

    private static string Said(IndicatorKind kind) => kind.ToString().ToLowerInvariant();
}
