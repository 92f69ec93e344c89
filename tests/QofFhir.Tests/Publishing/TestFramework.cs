using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Publishing;

/// <summary>The hard tables and EVERY.yaml as a framework whose clusters hold two made-up codes each: together they use every construct of the rule language.</summary>
internal static partial class TestFramework
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "QofFhir.Tests");

    public static Framework Of(string rules)
    {
        var files = Directory.GetFiles(Path.Combine(Tests, "Definitions", "HardTables"), "*.yaml")
            .Append(Path.Combine(Tests, "Publishing", "EVERY.yaml"))
            .Select(f => new DefinitionFile($"rulesets/{Path.GetFileName(f)}", File.ReadAllText(f))).ToList();
        var clusters = files.SelectMany(f => Name().Matches(f.Text)).SelectMany(m => new[] { m.Value, m.Value + "_COD" })
            .Where(n => n.EndsWith("_COD", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .ToDictionary(n => n, Cluster, StringComparer.Ordinal);
        var mistakes = new MistakeList();
        var framework = DefinitionSet.Read(files, [new DefinitionFile("frameworks/test.yaml", Listing(files, rules))], mistakes)
            .Compile(clusters, sampleCodes: false).Single().Framework;
        Assert.Empty(mistakes.Mistakes);
        return framework!;
    }

    /// <summary>What a reader must know of the codes.</summary>
    public static CodeIndex Codes(EvaluationPlan plan)
    {
        var filters = plan.Fields.Select(f => f is FieldRule.Select s ? s.Filter : f is FieldRule.Count c ? c.Filter : null).OfType<EventFilter>().ToList();
        IEnumerable<string> CodesOf(EventFilter filter) => filter.Clusters.SelectMany(c => plan.Clusters[c].Codes);
        return new CodeIndex(
            plan.Clusters.SelectMany(c => c.Codes).ToHashSet(),
            filters.Where(f => f.WithPressure).SelectMany(CodesOf).ToHashSet(),
            new Dictionary<string, PressurePart> { ["sct|SYS"] = PressurePart.Systolic, ["sct|DIA"] = PressurePart.Diastolic },
            filters.Where(f => f.Value is not null).SelectMany(f => CodesOf(f).Select(code => (code, Unit: f.Value!.Unit ?? "")))
                .Distinct().ToDictionary(u => u.code, u => u.Unit));
    }

    private static Cluster Cluster(string name) => new(
        name, name.Contains("DRUG", StringComparison.Ordinal) || name is "ACE_COD" or "AII_COD" or "LBB_COD" or "SAL_COD" ? ClusterClass.Drug : ClusterClass.Code,
        new[] { $"sct|{name}1", $"sct|{name}2" }.ToHashSet(StringComparer.Ordinal), Completeness.Full, "1");

    private static string Listing(IEnumerable<DefinitionFile> files, string rules) =>
        $"framework: test\ntitle: Test\ncountry: England\nyear: 2026-04-01\nrules: {rules}\nsource: here\n"
        + $"rulesets: [{string.Join(", ", files.Select(f => f.Stem))}]\nindicators:\n"
        + string.Concat(files.SelectMany(f => Indicator().Matches(f.Text)).Select(m => $"  - {{ id: {m.Groups[1].Value}, title: t, domain: d, group: g, {Kind(m.Groups[2].Value)} }}\n"));

    private static string Kind(string body) =>
        body.Contains("register:", StringComparison.Ordinal) ? "kind: register, points: 1, certainty: { points: found }"
        : body.Contains("attest:", StringComparison.Ordinal) ? "kind: attestation, points: 1, certainty: { points: found }"
        : "kind: fraction, points: 1, lower: 40, upper: 90, certainty: { points: found, thresholds: found }";

    [GeneratedRegex("[A-Z0-9_]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"^  ([A-Z]+\d{3}):(.*)$", RegexOptions.Multiline)]
    private static partial Regex Indicator();
}
