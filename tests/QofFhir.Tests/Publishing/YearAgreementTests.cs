using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Definitions.Publishing;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.House;
using QofFhir.Tests.SampleGp;
using QofFhir.Tests.SampleGp.Edges;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Publishing;

/// <summary>Every indicator and register of every year, as it is published, on the patients made for its rows and edges, by an engine that nobody here wrote.</summary>
public sealed partial class YearAgreementTests
{
    /// <summary>A measure has its own edge patients, unless a later year has the same logic, and is filled up to so many; years.mjs tries more, or all, where it is started by hand.</summary>
    private const int Patients = 20;

    private static readonly NodeProject Harness = new("tests", "agreement");

    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_population_of_every_measures_own_edge_patients_is_the_same(string id)
    {
        var triedLater = TriedLater(id);
        var (exit, output) = Run(id, [.. triedLater.SelectMany(i => new[] { "--no-edges", i })]);

        Assert.True(exit == 0, output);
        Assert.EndsWith(" 0 disagreements\n", output, StringComparison.Ordinal);
        var measures = Measures().Matches(output);
        var edges = EdgeCase.Of(id).Practice.Patients.CountBy(p => p.Table).ToDictionary();
        Assert.All(measures, m => Assert.Equal(
            triedLater.Contains(m.Groups[1].Value) ? Patients : Math.Max(Patients, edges.GetValueOrDefault(m.Groups[1].Value)),
            int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)));
        var compared = measures.Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(Rulebook.Framework(id).Reported.Where(MeasureWriter.Measures).Select(i => i.Id).Order(StringComparer.Ordinal), compared);
    }

    [Theory]
    [InlineData("a boundary day taken in", "qof-england-2026-27", "DM020",
        """DM_DAT > PPED - 9 months", rule: 9""", """DM_DAT >= PPED - 9 months", rule: 9""")]
    [InlineData("a threshold moved by one", "qof-england-2026-27", "DM036", "homesys: 135", "homesys: 136")]
    [InlineData("an age left out that belongs to it", "qof-england-2019-20", "HYP003", "PAT_AGE > 79", "PAT_AGE >= 79")]
    public void A_row_broken_on_purpose_is_seen(string what, string framework, string indicator, string line, string broken)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "frameworks", "rulesets", "valuesets" }.SelectMany(room => Directory.GetFiles(Path.Combine(Repository.Root, room), "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var bent = Path.Combine(folder.Path, "rulesets", indicator[..^3] + ".yaml");
        var text = File.ReadAllText(bent);
        Assert.Contains(line, text, StringComparison.Ordinal);
        File.WriteAllText(bent, text.Replace(line, broken, StringComparison.Ordinal));

        var (exit, output) = Run(framework, "--indicator", indicator, "--verdicts", folder.Path);

        Assert.True(exit == 1, $"{what}: {output}");
        Assert.Matches($@"(?m)^{indicator} \S+\n  ours    .*\n  engine  ", output);
    }

    /// <summary>Indicators whose library a later year publishes too: it is the same to the letter, and its edges are tried there.</summary>
    private static HashSet<string> TriedLater(string id)
    {
        var later = Rulebook.FrameworkIds.SkipWhile(f => f != id).Skip(1).SelectMany(Libraries).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Libraries(id).Where(l => later.Contains(l.Id)).Select(l => l.Indicator).OfType<string>()];
    }

    private static IReadOnlyList<CqlLibrary> Libraries(string id) => CqlPublication.Of(Rulebook.Library, id);

    private static (int Exit, string Output) Run(string framework, params string[] options)
    {
        using var patients = new TemporaryFolder();
        EdgeCase.Of(framework).Practice.Write(patients.Path);
        return Harness.Run("years.mjs", [
            "--framework", framework, "--patients", patients.Path, "--sample", $"{Patients}", "--qof", Path.Combine(AppContext.BaseDirectory, "qof.dll"), .. options]);
    }

    [GeneratedRegex(@"(?m)^(\S+) +(\d+) +\d+ +[\d.]+ +0$")]
    private static partial Regex Measures();
}
