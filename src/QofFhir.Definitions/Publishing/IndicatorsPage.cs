using System.Globalization;
using System.Text;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

/// <summary>A page in Markdown about every indicator of every framework and every measure of a module: years, points, thresholds, rows, sources, certainty, and what is held of the clusters.</summary>
public sealed class IndicatorsPage
{
    private readonly StringBuilder _page = new();
    private readonly IReadOnlyList<Framework> _frameworks;

    private IndicatorsPage(IReadOnlyList<Framework> frameworks) => _frameworks = frameworks;

    /// <exception cref="DefinitionException">Mistakes concern one of the frameworks.</exception>
    public static string Of(DefinitionLibrary library) =>
        new IndicatorsPage([
            .. library.Frameworks.OrderBy(f => f.YearStart).ThenBy(f => f.Id, StringComparer.Ordinal).Select(f => library.Framework(f.Id)),
            .. library.Modules.Select(m => m.Measures).OfType<Framework>()]).Write();

    private string Write()
    {
        Line("# Indicators");
        Line();
        Line("Made by `qof frameworks document` from `frameworks/`, `rulesets/` and `valuesets/`; do not edit by hand. How to read the rows: [rules.md](rules.md). Measures of quality improvement modules, which nobody pays by themselves, stand under the name of their module: [improvement.md](improvement.md).");
        Line();
        Line("Certainty of a fact: **found** in a source, **confirmed** by arithmetic, **inferred** from neighbouring facts, **recalled** from memory. Where nothing is said, it is found.");
        Line();
        Frameworks();
        foreach (var group in Entries().GroupBy(e => e.First.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line($"## {group.Key}");
            Line();
            foreach (var entry in group)
            {
                Indicator(entry.Id, entry.Years);
            }
        }

        Registers();
        Clusters();
        return _page.ToString().TrimEnd('\n') + "\n";
    }

    private void Frameworks()
    {
        Line("| year | rules | indicators | points | complete | incomplete | not evaluable | attested |");
        Line("|---|---|---|---|---|---|---|---|");
        foreach (var f in _frameworks.Where(f => !f.AnyYear))
        {
            var patients = f.Indicators.Where(i => i.Kind != IndicatorKind.Attestation).ToList();
            string Count(EvaluabilityState state)
            {
                var those = patients.Where(i => i.Evaluability.State == state).ToList();
                return $"{those.Count} ({Number(those.Sum(i => i.Points))} points)";
            }

            var attested = f.Indicators.Where(i => i.Kind == IndicatorKind.Attestation).ToList();
            Line($"| {f.Title} | {f.Rules} | {f.Indicators.Count} | {Number(f.Points)} | {Count(EvaluabilityState.Complete)} | {Count(EvaluabilityState.Incomplete)} | {Count(EvaluabilityState.NotEvaluable)} | {attested.Count} ({Number(attested.Sum(i => i.Points))} points) |");
        }

        Line();
    }

    private void Indicator(string id, IReadOnlyList<(Framework Framework, FrameworkIndicator Indicator)> years)
    {
        Line($"### {id}");
        Line();
        Line(years[^1].Indicator.Title + ".");
        Line();
        Line("| year | points | thresholds | evaluability |");
        Line("|---|---|---|---|");
        foreach (var (framework, indicator) in years)
        {
            var thresholds = indicator.Lower is { } lower && indicator.Upper is { } upper
                ? $"{Number(lower)}-{Number(upper)} %{Unsure(indicator.ThresholdCertainty)}" : "";
            Line($"| {framework.Title} | {(indicator.Paid ? $"{Number(indicator.Points)}{Unsure(indicator.PointsCertainty)}" : "none")} | {thresholds} | {indicator.Evaluability.Name} |");
        }

        Line();
        foreach (var same in Alike(years))
        {
            var (framework, indicator) = same[^1];
            Rules(framework.Plan, indicator, same.Count == years.Count ? null : string.Join(", ", same.Select(s => s.Framework.Rules)));
        }
    }

    private void Rules(EvaluationPlan plan, FrameworkIndicator indicator, string? versions)
    {
        var rules = versions is null ? "Rules" : $"Rules {versions}";
        if (indicator.Rule is not { } number)
        {
            Line($"{rules}: none yet.");
            Line();
            return;
        }

        var rule = plan.Indicators[number];
        var source = $"{rule.Source.Document}{Unsure(rule.Source.Certainty)}";
        switch (rule)
        {
            case IndicatorRule.Attestation attestation:
                Line($"Declared by the practice: {attestation.Question} Source: {source}.");
                Line();
                return;
            case IndicatorRule.Register register:
                Line($"{rules}: size of {Names(plan, register.Registers, " and ")}. Source: {source}.");
                break;
            case IndicatorRule.Fraction fraction:
                Line($"{rules} for {Population(plan, fraction)}. Source: {source}.");
                Line();
                Rows(fraction.Rows.Select(r => (
                    $"{r.End.ToString().ToLowerInvariant()}{(r.Label is null ? "" : $" {r.Label}")}{(r.Reason is { } reason ? $", {Said(reason)}" : "")}",
                    string.Join("; ", r.Lines.Select(l => $"`{l.Text}`")), r.Rule, r.Source)), rule.Source);
                break;
        }

        Line();
        Line($"Clusters: {string.Join(", ", ClustersOf(plan, rule).Select(Held))}.");
        Line();
    }

    private static string Population(EvaluationPlan plan, IndicatorRule.Fraction fraction)
    {
        var registers = Names(plan, fraction.Population, " or ");
        return fraction.People.DiedInMonths is { } months
            ? $"those who died in {months} months while on the list{(registers.Length > 0 ? $", of {registers}" : "")}"
            : registers.Length > 0 ? registers : "everyone on the list";
    }

    private void Rows(IEnumerable<(string End, string When, string? Rule, RuleSource Source)> rows, RuleSource over)
    {
        foreach (var (i, row) in rows.Index())
        {
            var number = row.Rule is { } rule ? $" (rule {rule})" : "";
            var source = row.Source == over ? "" : $" Source: {row.Source.Document}{Unsure(row.Source.Certainty)}.";
            Line($"{i + 1}. {row.End}{number}: {row.When}{source}");
        }
    }

    private void Registers()
    {
        Line("## Registers");
        Line();
        var all = _frameworks.SelectMany(f => f.Plan.Registers.Select(r => (Framework: f, Register: r)))
            .GroupBy(r => r.Register.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var register in all)
        {
            Line($"### {register.Key}");
            Line();
            Line(register.Last().Register.Title + ".");
            Line();
            var variants = register.GroupBy(r => string.Join('\n', r.Register.Rows.Select(row => $"{row.Selects} {row.Line.Text}"))).ToList();
            foreach (var variant in variants)
            {
                var (_, rule) = variant.Last();
                if (variants.Count > 1)
                {
                    Line($"Rules {string.Join(", ", variant.Select(v => v.Framework.Rules))}:");
                    Line();
                }

                Rows(rule.Rows.Select(r => (r.Selects ? "select" : "reject", $"`{r.Line.Text}`", r.Rule, r.Source)), rule.Source);
                Line();
                Line($"Source: {rule.Source.Document}{Unsure(rule.Source.Certainty)}.");
                Line();
            }
        }
    }

    private void Clusters()
    {
        Line("## Clusters");
        Line();
        Line("What is held of each cluster that a rule names; `valuesets/` says where it is from.");
        Line();
        Line("| cluster | class | codes | completeness | version |");
        Line("|---|---|---|---|---|");
        foreach (var c in _frameworks.SelectMany(f => f.Plan.Clusters).DistinctBy(c => c.Name).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            Line($"| {c.Name} | {c.Class.ToString().ToLowerInvariant()} | {c.Codes.Count.ToString(CultureInfo.InvariantCulture)} | {c.Completeness.ToString().ToLowerInvariant()} | {c.Version} |");
        }
    }

    private IEnumerable<(string Id, FrameworkIndicator First, IReadOnlyList<(Framework Framework, FrameworkIndicator Indicator)> Years)> Entries() =>
        _frameworks.SelectMany(f => f.Indicators.Select(i => (Framework: f, Indicator: i)))
            .GroupBy(i => i.Indicator.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.First().Indicator, (IReadOnlyList<(Framework, FrameworkIndicator)>)[.. g]));

    /// <summary>Years whose rows read the same, in the order of their first.</summary>
    private static IEnumerable<List<(Framework Framework, FrameworkIndicator Indicator)>> Alike(
        IReadOnlyList<(Framework Framework, FrameworkIndicator Indicator)> years) =>
        years.GroupBy(y => string.Join('\n', RowTexts(y.Framework.Plan, y.Indicator))).Select(g => g.ToList());

    private static IEnumerable<string> RowTexts(EvaluationPlan plan, FrameworkIndicator indicator) =>
        RuleTexts.Of(plan, indicator).Where(t => t.Key.StartsWith("row", StringComparison.Ordinal) || t.Key is "population" or "question")
            .Select(t => $"{t.Key}: {t.Value}");

    private static IEnumerable<Cluster> ClustersOf(EvaluationPlan plan, IndicatorRule rule) =>
        Reach.ClustersOf(plan, rule).UnionBy(Reach.ValuesOf(plan, rule), c => c.Name).OrderBy(c => c.Name, StringComparer.Ordinal);

    private static string Held(Cluster cluster) => cluster.Completeness switch
    {
        Completeness.Full => $"{cluster.Name} {cluster.Codes.Count.ToString(CultureInfo.InvariantCulture)}",
        Completeness.Partial => $"{cluster.Name} {cluster.Codes.Count.ToString(CultureInfo.InvariantCulture)} (partial)",
        _ => $"**{cluster.Name} none**",
    };

    private static string Names(EvaluationPlan plan, IReadOnlyList<int> registers, string between) =>
        string.Join(between, registers.Select(r => plan.Registers[r].Name));

    private static string Said(AdjustmentReason reason) => reason switch
    {
        AdjustmentReason.Unsuitable => "unsuitable",
        AdjustmentReason.PatientChoseNotTo => "patient chose not to",
        AdjustmentReason.DidNotRespond => "did not respond",
        AdjustmentReason.ServiceNotAvailable => "service not available",
        AdjustmentReason.NewlyDiagnosed => "newly diagnosed",
        _ => "newly registered",
    };

    private static string Unsure(Certainty? certainty) =>
        certainty is null or Certainty.Found ? "" : $" ({certainty.Value.ToString().ToLowerInvariant()})";

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private void Line(string text = "") => _page.Append(text).Append('\n');
}
