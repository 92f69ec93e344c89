using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.House;
using QofFhir.Tests.SampleGp;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Publishing;

/// <summary>Every indicator and register of every year, as it is published, on the patients made for its rows and edges, by an engine that nobody here wrote.</summary>
public sealed partial class YearAgreementTests
{
    /// <summary>A measure has its own edge patients, and is filled up to so many; years.mjs tries more, or all, where it is started by hand.</summary>
    private const int Patients = 20;

    private static readonly NodeProject Harness = new("tests", "agreement");

    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_population_of_every_measures_own_edge_patients_is_the_same(string id)
    {
        var (exit, output) = Run("--framework", id);

        Assert.True(exit == 0, output);
        Assert.EndsWith(" 0 disagreements\n", output, StringComparison.Ordinal);
        var measures = Measures().Matches(output);
        Assert.All(measures, m => Assert.InRange(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), Patients, int.MaxValue));
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

        var (exit, output) = Run("--framework", framework, "--indicator", indicator, "--verdicts", folder.Path);

        Assert.True(exit == 1, $"{what}: {output}");
        Assert.Matches($@"(?m)^{indicator} \S+\n  ours    .*\n  engine  ", output);
    }

    private static (int Exit, string Output) Run(params string[] options) =>
        Harness.Run("years.mjs", [.. options, "--sample", $"{Patients}", "--qof", Path.Combine(AppContext.BaseDirectory, "qof.dll")]);

    [GeneratedRegex(@"(?m)^(\S+) +(\d+) +\d+ +[\d.]+ +0$")]
    private static partial Regex Measures();
}
