using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Tests.Definitions.Language;
using QofFhir.Tests.House;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>The rulesets that ask most of the language, as one framework in which every cluster has three codes of its own.</summary>
internal static partial class HardTables
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "QofFhir.Tests", "Definitions", "HardTables");

    private static readonly (string Path, string Text)[] Rulesets = [.. Directory.GetFiles(Folder, "*.yaml")
        .Order(StringComparer.Ordinal).Select(f => ($"rulesets/{Path.GetFileName(f)}", File.ReadAllText(f)))];

    public static Framework Framework(string rules)
    {
        var framework = Compiled.From([.. Rulesets, ("frameworks/test.yaml", Listing(rules))]).Framework();
        return framework with { Plan = framework.Plan with { Clusters = [.. framework.Plan.Clusters.Select(WithCodes)] } };
    }

    /// <summary>What a reader must know of these codes.</summary>
    public static CodeIndex Codes(EvaluationPlan plan)
    {
        var filters = plan.Fields.Select(f => f switch { FieldRule.Select s => s.Filter, FieldRule.Count c => c.Filter, _ => null }).OfType<EventFilter>();
        var units = filters.Where(f => f.Value is not null)
            .SelectMany(f => f.Clusters.SelectMany(c => plan.Clusters[c].Codes), (f, code) => (code, unit: f.Value!.Unit ?? ""))
            .DistinctBy(u => u.code).ToDictionary(u => u.code, u => u.unit);
        return new CodeIndex(
            plan.Clusters.SelectMany(c => c.Codes).ToHashSet(StringComparer.Ordinal), new HashSet<string>(), new Dictionary<string, PressurePart>(), units);
    }

    /// <summary>Two of the three codes name one substance.</summary>
    private static Cluster WithCodes(Cluster cluster)
    {
        string[] codes = [$"sample|{cluster.Name}-1", $"sample|{cluster.Name}-2", $"sample|{cluster.Name}-3"];
        return cluster with
        {
            Class = cluster.Name.Contains("DRUG", StringComparison.Ordinal) ? ClusterClass.Drug : ClusterClass.Code,
            Codes = codes.ToHashSet(StringComparer.Ordinal),
            Ingredients = codes.ToFrozenDictionary(c => c, c => c[^1] == '3' ? "other" : "one"),
        };
    }

    private static string Listing(string rules) =>
        $"framework: test\ntitle: Test\ncountry: England\nyear: 2026-04-01\nrules: {rules}\nsource: here\n"
        + $"rulesets: [{string.Join(", ", Rulesets.Select(r => Path.GetFileNameWithoutExtension(r.Path)))}]\nindicators:\n"
        + string.Concat(Rulesets.SelectMany(r => Indicator().Matches(r.Text)).Select(m => $"  - {{ id: {m.Groups[1].Value}, title: t, domain: d, group: g, {Kind(m.Groups[2].Value)} }}\n"));

    private static string Kind(string definition) =>
        definition.Contains("register:", StringComparison.Ordinal) ? "kind: register, points: 1, certainty: { points: found }"
        : definition.Contains("attest:", StringComparison.Ordinal) ? "kind: attestation, points: 1, certainty: { points: found }"
        : "kind: fraction, points: 1, lower: 40, upper: 90, certainty: { points: found, thresholds: found }";

    [GeneratedRegex(@"^  ([A-Z]+\d{3}):(.*)$", RegexOptions.Multiline)]
    private static partial Regex Indicator();
}
