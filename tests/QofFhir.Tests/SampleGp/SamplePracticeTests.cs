using System.Text;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Tests.SampleGp;

public sealed class SamplePracticeTests
{
    private static readonly DateOnly YearEnd2020 = new(2020, 3, 31);

    [Fact]
    public void The_same_recipe_gives_the_same_bytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        var recipe = new PracticeRecipe(260, 7);

        var written = SamplePractice.Write(recipe, first.Path);

        Assert.Equal(written, SamplePractice.Write(recipe, second.Path));
        Assert.Equal(SamplePractice.Types.Count, Directory.GetFiles(first.Path).Length);
        foreach (var file in Directory.GetFiles(first.Path))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second.Path, Path.GetFileName(file))));
        }
    }

    [Fact]
    public void The_committed_sample_is_what_its_recipe_gives()
    {
        using var folder = new TemporaryFolder();
        SamplePractice.Write(new PracticeRecipe(400, 1), folder.Path);

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(SamplePractice.Folder, Path.GetFileName(file))));
        }

        Assert.Equal(Directory.GetFiles(folder.Path).Length, Directory.GetFiles(SamplePractice.Folder).Length);
        Assert.InRange(Directory.GetFiles(SamplePractice.Folder).Sum(f => new FileInfo(f).Length), 1, 6_000_000);
    }

    [Fact]
    public void Another_seed_changes_the_ordinary_patients_and_not_the_cast()
    {
        static Dictionary<string, string> Take(int seed) => SamplePractice
            .Resources(new PracticeRecipe(SamplePractice.CastSize + 30, seed))
            .ToDictionary(r => r.Type + "/" + r.Id, r => Encoding.UTF8.GetString(r.Json));

        var (one, two) = (Take(1), Take(2));

        Assert.All(one.Where(r => r.Key.Contains("case-", StringComparison.Ordinal)), r => Assert.Equal(r.Value, two[r.Key]));
        Assert.NotEqual(one["Patient/p000001"], two["Patient/p000001"]);
    }

    [Fact]
    public void One_more_patient_changes_no_other()
    {
        var few = SamplePractice.Resources(new PracticeRecipe(SamplePractice.CastSize + 20, 3)).Select(r => Encoding.UTF8.GetString(r.Json)).ToList();
        var more = SamplePractice.Resources(new PracticeRecipe(SamplePractice.CastSize + 21, 3)).Select(r => Encoding.UTF8.GetString(r.Json)).ToList();

        Assert.True(more.Count > few.Count);
        Assert.Equal(few, more.Take(few.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(333)]
    public void There_are_as_many_patients_as_asked_for(int patients) =>
        Assert.Equal(patients, SamplePractice.Resources(new PracticeRecipe(patients)).Count(r => r.Type == "Patient"));

    [Fact]
    public void Each_year_has_its_own_cast_round_its_own_dates()
    {
        var then = SamplePractice.Resources(new PracticeRecipe(SamplePractice.CastSize, 1, YearEnd2020));
        var diagnosed = then.Single(r => r.Id == "case-dm020-new-diagnosis-2");

        Assert.Contains("\"onsetDateTime\":\"2019-07-01\"", Encoding.UTF8.GetString(diagnosed.Json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case-edge-0331-2330z-before-3", 2026, "2026-03-31T23:30:00Z")]
    [InlineData("case-edge-0331-2330z-end-3", 2026, "2027-03-31T23:30:00Z")]
    [InlineData("case-edge-0331-2330z-before-3", 2019, "2019-03-31T23:30:00Z")]
    [InlineData("case-edge-month-only-3", 2026, "2026-09")]
    [InlineData("case-edge-year-only-3", 2019, "2019")]
    public void The_edges_of_the_calendar_are_in_the_data(string id, int year, string date)
    {
        var recipe = new PracticeRecipe(SamplePractice.CastSize, 1, new DateOnly(year, 11, 30));
        var result = SamplePractice.Resources(recipe).Single(r => r.Id == id);

        Assert.Contains($"\"effectiveDateTime\":\"{date}\"", Encoding.UTF8.GetString(result.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_indicator_of_both_years_has_a_case_for_each_of_its_ends()
    {
        var shown = SamplePractice.Cases.SelectMany(c => c.Expected).Select(e => $"{e.Indicator} {e.Outcome} {e.Row}".TrimEnd()).ToHashSet();

        string[] pressure = ["achieved", "outstanding", "adjusted HTMAX", "adjusted DIAG1_DT9M", "adjusted REG1_DAT9"];
        string[] diabetes = ["adjusted DMPCAPU", "adjusted DMPCADEC"];
        string[] hypertension = ["adjusted HYPPCAPU", "adjusted HYPPCADEC", "adjusted HYPBPINV"];
        string[] test = ["achieved", "outstanding", "excluded MDSEVFRAIL", "adjusted IFCCHBA", "adjusted DMMAX", "adjusted BLDTESTDEC", "adjusted DMIFINVITE", "adjusted DIAG1_DT9M", "adjusted REG1_DAT9"];
        Has("DM017", ["on-register", "none"]);
        Has("HYP001", ["on-register", "none"]);
        Has("DM020", [.. test, .. diabetes]);
        Has("DM021", [.. test, .. diabetes]);
        Has("DM019", [.. pressure, "adjusted BPDEC", .. diabetes, "adjusted DMBPINVITE", "excluded MDSEVFRAIL"]);
        Has("DM036", [.. pressure, "adjusted BPORHBPDEC", .. diabetes, "adjusted DMBPINVITE", "excluded MDSEVFRAIL", "excluded PAT_AGEO79"]);
        Has("HYP003", [.. pressure, "adjusted BPDEC", .. hypertension, "excluded PAT_AGEO79"]);
        Has("HYP007", [.. pressure, "adjusted BPDEC", .. hypertension, "excluded PAT_AGEU80"]);
        Has("HYP010", [.. pressure, "adjusted BPORHBPDEC", .. hypertension, "excluded PAT_AGEO79", "excluded MDSEVFRAIL"]);
        Has("HYP011", [.. pressure, "adjusted BPORHBPDEC", .. hypertension, "excluded PAT_AGEU80", "excluded MDSEVFRAIL"]);
        Has("BP002", ["achieved", "outstanding", "none", "excluded PAT_AGEU45", "adjusted BPDEC1", "adjusted REG1_DAT3"]);

        void Has(string indicator, string[] ends) => Assert.All(ends, end => Assert.Contains($"{indicator} {end}", shown));
    }

    [Fact]
    public void Prevalence_and_recording_are_those_of_an_English_practice()
    {
        var recipe = new PracticeRecipe(SamplePractice.CastSize + 6000, 5) { BackgroundEntries = 0 };
        var ordinary = SamplePractice.Resources(recipe).Where(r => r.Id.StartsWith('p')).ToList();
        var patients = ordinary.Count(r => r.Type == "Patient");

        Assert.Equal(6000, patients);
        Assert.InRange(With("44054006", "46635009") / (double)patients, 0.05, 0.08);
        Assert.InRange(With("59621000", "38341003") / (double)patients, 0.13, 0.19);

        int With(params string[] codes) => ordinary.Count(r => r.Type == "Condition"
            && codes.Any(c => Encoding.UTF8.GetString(r.Json).Contains($"\"{c}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_recipe_that_cannot_be_made_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SamplePractice.Resources(new PracticeRecipe(-1)));
        Assert.Throws<ArgumentException>(() => SamplePractice.Resources(new PracticeRecipe(PracticeRecipe.MostPatients + 1)));
        Assert.Throws<ArgumentException>(() => SamplePractice.Resources(new PracticeRecipe(1, PracticeCode: "A 1\"")));
    }

    [Fact]
    public void A_run_that_stops_leaves_the_old_files_and_no_new_ones()
    {
        using var folder = new TemporaryFolder();
        SamplePractice.Write(new PracticeRecipe(3), folder.Path);
        var before = File.ReadAllBytes(Path.Combine(folder.Path, "Patient.ndjson"));
        var names = Directory.GetFiles(folder.Path).Order().ToArray();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => SamplePractice.Write(new PracticeRecipe(9), folder.Path, stopped.Token));

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder.Path, "Patient.ndjson")));
        Assert.Equal(names, Directory.GetFiles(folder.Path).Order());
    }
}
