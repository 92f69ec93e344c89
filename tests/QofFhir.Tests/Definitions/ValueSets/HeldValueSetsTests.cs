using System.Text.Json;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>The value sets of this repository.</summary>
public sealed class HeldValueSetsTests
{
    private static readonly string ValueSets = Path.Combine(Folder.Repository, "valuesets");
    private static readonly string SamplePack = Path.Combine(Folder.Repository, "samples", "valuesets");

    [Fact]
    public void All_value_sets_load_without_a_mistake()
    {
        var library = Load();
        var published = library.Clusters.Values.Where(c => !IsAssumed(FileOf(c.Name))).ToList();

        Assert.Equal(384 + 7, published.Count);
        Assert.Equal(146, published.Count(c => c.Completeness == Completeness.None));
        Assert.Equal(46 + 7, published.Count(c => c.Completeness == Completeness.Partial));
        Assert.Equal(192, published.Count(c => c.Completeness == Completeness.Full));
        Assert.False(library.IncludesSampleCodes);
    }

    [Fact]
    public void A_cluster_whose_name_we_assumed_holds_no_codes()
    {
        var assumed = Load().Clusters.Values.Where(c => IsAssumed(FileOf(c.Name))).ToList();

        Assert.Contains("FLUVAC_COD", assumed.Select(c => c.Name));
        Assert.All(assumed, c => Assert.Equal((Completeness.None, 0), (c.Completeness, c.Codes.Count)));
    }

    [Theory]
    [InlineData("DM_COD", 86, Completeness.Full)]
    [InlineData("HYP_COD", 117, Completeness.Full)]
    [InlineData("MODFRAIL_COD", 2, Completeness.Full)]
    [InlineData("SERFRUC_COD", 1, Completeness.Partial)] // held, 1 of 3
    [InlineData("MILDFRAIL_COD", 1, Completeness.Partial)] // held, 1 of 3
    [InlineData("PEFR_COD", 28, Completeness.Partial)] // held, 28 of 29
    [InlineData("CLINBP_COD", 90 + 4, Completeness.Partial)] // derived
    [InlineData("HOMEAMBBP_COD", 25, Completeness.Partial)] // single codes
    [InlineData("SMEAR_COD", 77, Completeness.Partial)] // stand-in, 77 of 81
    [InlineData("BMIUNDER_COD", 5, Completeness.Partial)] // single codes, 5 of 4
    [InlineData("HOMEBPDEC_COD", 0, Completeness.None)]
    [InlineData("PSNSAIDDRUG_COD", 1638, Completeness.Partial)] // from elsewhere, under a name of ours
    [InlineData("PSLITLEV_COD", 11, Completeness.Partial)]
    [InlineData("STAT_COD", 801, Completeness.Full)] // size not published: full as of its version
    public void A_cluster_is_as_complete_as_its_source_allows(string name, int codes, Completeness completeness)
    {
        var cluster = Load().Clusters[name];

        Assert.Equal(codes, cluster.Codes.Count);
        Assert.Equal(completeness, cluster.Completeness);
    }

    [Theory]
    [InlineData("BP_COD", "loinc|85354-9 loinc|55284-4 loinc|8480-6 loinc|8462-4", 165)]
    [InlineData("CLINBP_COD", "loinc|85354-9 loinc|55284-4 loinc|8480-6 loinc|8462-4", 90)]
    [InlineData("IFCCHBAM_COD", "loinc|59261-8 loinc|4548-4 sct|1019431000000105", 6)]
    public void Codes_of_other_systems_stand_beside_the_published_ones(string name, string additions, int published)
    {
        var added = additions.Split(' ');
        var cluster = Load().Clusters[name];

        Assert.Subset(cluster.Codes.ToHashSet(), added.ToHashSet());
        Assert.Equal(published + added.Length, cluster.Codes.Count);
    }

    [Fact]
    public void Added_codes_are_marked_in_the_file()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ValueSets, "IFCCHBAM_COD.json")));
        var marked = json.RootElement.GetProperty("expansion").GetProperty("contains").EnumerateArray()
            .Where(c => c.TryGetProperty("extension", out _)).Select(c => c.GetProperty("code").GetString());

        Assert.Equal(["59261-8", "4548-4", "1019431000000105"], marked);
    }

    [Fact]
    public void Home_pressures_are_not_among_the_clinic_ones()
    {
        var library = Load();

        Assert.Empty(library.Clusters["CLINBP_COD"].Codes.Intersect(library.Clusters["HOMEAMBBP_COD"].Codes));
        Assert.Subset(library.Clusters["BP_COD"].Codes.ToHashSet(), library.Clusters["HOMEAMBBP_COD"].Codes.ToHashSet());
    }

    [Theory]
    [InlineData("loinc|8480-6", PressurePart.Systolic)]
    [InlineData("loinc|8462-4", PressurePart.Diastolic)]
    [InlineData("sct|271649006", PressurePart.Systolic)]
    [InlineData("sct|271650006", PressurePart.Diastolic)]
    [InlineData("sct|413606001", PressurePart.Systolic)] // average home systolic
    [InlineData("sct|75367002", PressurePart.None)] // the panel
    [InlineData("loinc|85354-9", PressurePart.None)]
    public void The_halves_of_a_pressure_are_listed(string key, PressurePart part) =>
        Assert.Equal(part, Load().PressureParts.GetValueOrDefault(key));

    [Fact]
    public void Drug_clusters_are_those_of_the_drug_extension_or_named_so()
    {
        var drugs = Load().Clusters.Values
            .Where(c => c.Class == ClusterClass.Drug && !IsAssumed(FileOf(c.Name))).Select(c => c.Name).ToHashSet();

        Assert.Equal(26 + 3, drugs.Count);
        Assert.Superset(new HashSet<string> { "STAT_COD", "ACE_COD", "SGLT2IDRUG_COD", "MMRVACDRUG_COD" }, drugs);
        Assert.DoesNotContain("STATINDEC_COD", drugs); // its title speaks of a prescription
        Assert.DoesNotContain("PHARM_COD", drugs); // advice codes, no products
    }

    [Fact]
    public void Every_file_carries_identity_and_attribution_and_no_clock()
    {
        foreach (var file in Directory.EnumerateFiles(ValueSets, "*.json").Where(f => !IsAssumed(f)))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            var name = Path.GetFileNameWithoutExtension(file);
            Assert.Equal("https://qoffhir.example.org/fhir/ValueSet/" + name, root.GetProperty("url").GetString());
            Assert.Contains("Open Government Licence v3.0", root.GetProperty("copyright").GetString(), StringComparison.Ordinal);
            Assert.Equal(root.TryGetProperty("compose", out _), !root.TryGetProperty("description", out _));
            Assert.Matches(@"^20\d\d-\d\d-\d\d$", root.GetProperty("expansion").GetProperty("timestamp").GetString());
            Assert.DoesNotContain("loinc.org", name == "DM_COD" ? root.GetProperty("copyright").GetString() : "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sample_pack_completes_the_clusters_of_diabetes_and_hypertension()
    {
        string[] needed =
        [
            "DM_COD", "DMRES_COD", "IFCCHBAM_COD", "SERFRUC_COD", "DMMAX_COD", "DMPCAPU_COD", "BLDTESTDEC_COD", "DMPCADEC_COD",
            "DMINVITE_COD", "MILDFRAIL_COD", "MODFRAIL_COD", "SEVFRAIL_COD", "BP_COD", "CLINBP_COD", "HOMEAMBBP_COD", "BPDEC_COD",
            "HOMEBPDEC_COD", "ABPMDEC_COD", "HTMAX_COD", "HYP_COD", "HYPRES_COD", "HYPPCAPU_COD", "HYPPCADEC_COD", "HYPINVITE_COD",
        ];

        var library = Load(SamplePack);

        Assert.True(library.IncludesSampleCodes);
        Assert.All(needed, name => Assert.Equal(Completeness.Full, library.Clusters[name].Completeness));
        Assert.All(needed, name => Assert.NotEmpty(library.Clusters[name].Codes));
    }

    [Fact]
    public void Sample_codes_are_never_SNOMED()
    {
        var mistakes = new List<DefinitionMistake>();
        var pack = ValueSetLibrary.Load(SamplePack, [], mistakes).Clusters.Values;

        var codes = pack.SelectMany(c => c.Codes).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, key => Assert.Matches("^sample\\|[A-Z0-9]+-[0-9]+$", key));
        var real = Load().Clusters.Values.SelectMany(c => c.Codes).ToHashSet();
        Assert.Empty(codes.Intersect(real));
    }

    private static string FileOf(string cluster) => Path.Combine(ValueSets, cluster + ".json");

    private static bool IsAssumed(string file) => File.ReadAllText(file).Contains("/assumed-name\"", StringComparison.Ordinal);

    private static ValueSetLibrary Load(params string[] packs)
    {
        var mistakes = new List<DefinitionMistake>();
        var library = ValueSetLibrary.Load(ValueSets, packs, mistakes);
        Assert.Empty(mistakes);
        return library;
    }
}
