using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.Frameworks;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>Compiles definitions from texts. Every cluster that a text names has a full value set, unless said otherwise.</summary>
internal sealed partial class Compiled
{
    private readonly IReadOnlyList<CompiledFramework> _frameworks;
    private readonly MistakeList _list = new();

    private Compiled(IReadOnlyDictionary<string, Cluster> clusters, IEnumerable<DefinitionFile> files)
    {
        var all = files.ToList();
        _frameworks = DefinitionSet
            .Read(
                all.Where(f => f.Path.StartsWith("rulesets/", StringComparison.Ordinal)),
                all.Where(f => f.Path.StartsWith("frameworks/", StringComparison.Ordinal)), _list)
            .Compile(clusters, sampleCodes: false);
    }

    /// <summary>As <c>T:3:7 text</c>, T being the file's name.</summary>
    public IReadOnlyList<string> Mistakes => [.. _list.Mistakes.Select(Said)];

    public IReadOnlyList<string> Notes => [.. _list.Notes.Select(Said)];

    public Framework Framework(string id = "test") => _frameworks.Single(f => f.Id == id).Framework!;

    public EvaluationPlan Plan => Framework().Plan;

    public IndicatorRule.Fraction Fraction(string id = "T001") =>
        (IndicatorRule.Fraction)Plan.Indicators.Single(i => i.Id == id);

    public Evaluability Evaluability(string id = "T001") => Framework().Indicators.Single(i => i.Id == id).Evaluability;

    /// <param name="held">Clusters that are not full.</param>
    public static Compiled From(
        IReadOnlyDictionary<string, Completeness> held, params (string Path, string Text)[] files)
    {
        var clusters = files
            .SelectMany(f => Name().Matches(f.Text).Select(m => m.Value))
            // The short form of a field names its cluster without the ending.
            .SelectMany(n => new[] { n, n + "_COD" })
            .Distinct()
            .Where(n => n.EndsWith("_COD", StringComparison.Ordinal) && !n.StartsWith("NOFILE", StringComparison.Ordinal))
            .ToDictionary(n => n, n => Cluster(n, held.GetValueOrDefault(n, Completeness.Full)));
        return new Compiled(clusters, files.Select(f => new DefinitionFile(f.Path, f.Text)));
    }

    public static Compiled From(params (string Path, string Text)[] files) =>
        From(new Dictionary<string, Completeness>(), files);

    /// <summary>One ruleset called T, and a framework of rules 51 that lists its indicators.</summary>
    public static Compiled Ruleset(string parts, string rules = "51", IReadOnlyDictionary<string, Completeness>? held = null) =>
        From(held ?? new Dictionary<string, Completeness>(), ("rulesets/T.yaml", Head + parts), Listing(parts, rules));

    /// <summary>One ruleset called T and no framework: only checked.</summary>
    public static Compiled Check(string parts) => From(("rulesets/T.yaml", Head + parts));

    /// <summary>The three lines above the parts: a mistake in the first line of the parts is in line 4.</summary>
    public const string Head = "ruleset: T\ntitle: Test\nsource: { document: here, evidence: found }\n";

    public static (string Path, string Text) Listing(string parts, string rules = "51", string rulesets = "T") => (
        "frameworks/test.yaml",
        $"framework: test\ntitle: Test\ncountry: England\nyear: 2026-04-01\nrules: {rules}\nsource: here\nrulesets: [{rulesets}]\nindicators:\n"
        + string.Concat(IndicatorId().Matches(parts).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)
            .Select(id => $"  - {{ id: {id}, title: t, domain: d, group: g, kind: fraction, points: 1, lower: 40, upper: 90, certainty: {{ points: found, thresholds: found }} }}\n"))
        + (IndicatorId().IsMatch(parts) ? "" : "  []\n"));

    /// <summary>Where a text stands in a ruleset made of these parts: <c>T:17:18</c>.</summary>
    /// <param name="further">Characters into the text.</param>
    public static string PlaceOf(string text, string parts, int further = 0)
    {
        var before = (Head + parts)[..(Head + parts).IndexOf(text, StringComparison.Ordinal)];
        return $"T:{before.Count(c => c == '\n') + 1}:{before.Length - before.LastIndexOf('\n') + further}";
    }

    private static string Said(DefinitionMistake m) => $"{Path.GetFileNameWithoutExtension(m.File)}:{m.Line}:{m.Column} {m.Text}";

    private static Cluster Cluster(string name, Completeness completeness) => new(
        name, ClusterClass.Code,
        completeness == Completeness.None ? new HashSet<string>() : new[] { $"sct|{name}" }.ToHashSet(StringComparer.Ordinal),
        completeness, "1");

    [GeneratedRegex("[A-Z0-9_]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"^  (T\d{3}):", RegexOptions.Multiline)]
    private static partial Regex IndicatorId();
}
