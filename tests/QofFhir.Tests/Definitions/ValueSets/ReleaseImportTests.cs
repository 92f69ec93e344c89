using System.Text;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>Import of the official release's text file.</summary>
public sealed class ReleaseImportTests : IDisposable
{
    private const string Header = "Cluster_ID\tCluster_Description\tSNOMED_code\tSNOMED_code_description\tPCD_Refset_ID\tService_and_Ruleset\n";
    private const string TwoClusters = Header
        + "A_COD\tx\t73211009\tx\t999004691000230108\tQOF Diabetes\n"
        + "B_COD\tx\t73211009\tx\t999004691000230108\tQOF Diabetes\n";

    private const string FileName = "20260930_PCD_Refset_Content.txt";

    private readonly Folder _source = new();
    private readonly Folder _target = new();
    private readonly List<DefinitionMistake> _mistakes = [];
    private readonly List<CodeChange> _told = [];

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    [Fact]
    public void A_cluster_of_a_release_is_full_and_of_the_day_in_the_file_name()
    {
        var report = Import(Header
            + "DM_COD\tDiabetes codes\t73211009\tDiabetes mellitus\t999004691000230108\tQOF Diabetes\n"
            + "DM_COD\tDiabetes codes\t73211009\tDiabetes mellitus\t999004691000230108\tQOF Smoking\n"
            + "DM_COD\tDiabetes codes\t44054006\t\"Type 2, diabetes\"\t999004691000230108\tQOF Diabetes\n");

        var change = Assert.Single(report.Clusters);
        Assert.Equal((ClusterFate.New, Completeness.Full, "20260930"), (change.Fate, change.After, change.VersionAfter));
        Assert.Contains(_told, c => c is { Added: true, Code.Display: "Type 2, diabetes" });
        Assert.Equal((3, 0, 0), (report.Used, report.Rejected, report.LeftOut));
        var text = File.ReadAllText(_target.At("DM_COD.json"));
        Assert.Contains("\"^ 999004691000230108\"", text, StringComparison.Ordinal);
        Assert.Contains("\"timestamp\": \"2026-09-30\"", text, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Diabetes codes\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cluster_ID,Cluster_Desc,SNOMED_concept_ID,SNOMED_concept_description,PCD Refset ID\nDM_COD,Diabetes,73211009,\"Diabetes, all\",999004691000230108\n")]
    [InlineData("\uFEFFPCD_REFSET_ID,SNOMED_CODE,CLUSTER_ID\r\n999004691000230108,73211009,DM_COD\r\n")]
    public void Columns_are_found_by_their_names_in_any_order(string text)
    {
        Import(text);
        Assert.Equal(("DM_COD", true, "sct|73211009"), Assert.Single(_told.Select(c => (c.Cluster, c.Added, c.Code.Key))));
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void Clusters_of_other_services_are_left_out_unless_the_folder_has_them()
    {
        const string Text = Header + "FLU_COD\tFlu\t73211009\tx\t999004691000230108\tVI Seasonal flu\n";

        var report = Import(Text);
        Assert.Empty(report.Clusters);
        Assert.Equal((0, 0, 1), (report.Used, report.Rejected, report.LeftOut));

        _target.File("FLU_COD.json", ValueSetLibraryTests.ValueSet("FLU_COD", "code", "none"));
        report = Import(Text);
        Assert.Equal(ClusterFate.Changed, Assert.Single(report.Clusters).Fate);
        Assert.Equal((1, 0, 0), (report.Used, report.Rejected, report.LeftOut));
    }

    [Fact]
    public void A_cluster_that_the_release_no_longer_has_is_told_and_stays()
    {
        var file = _target.File("OLD_COD.json", ValueSetLibraryTests.ValueSet("OLD_COD", "code", "full", ValueSetLibraryTests.Snomed("73211009")));
        var before = File.ReadAllBytes(file);

        var report = Import(Header + "DM_COD\tx\t73211009\tx\t999004691000230108\tQOF Diabetes\n");

        Assert.Equal([("DM_COD", ClusterFate.New), ("OLD_COD", ClusterFate.Gone)], report.Clusters.Select(c => (c.Cluster, c.Fate)));
        Assert.Equal(1, report.Clusters[1].Kept);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_refset_of_the_drug_extension_makes_a_drug_cluster()
    {
        Import(Header
            + "STAT_COD\tStatins\t73211009\tx\t12464001000001103\tQOF Diabetes\n"
            + "STATINDEC_COD\tStatin prescription declined\t44054006\tx\t999008051000230101\tQOF Diabetes\n");

        var clusters = ValueSetLibrary.Load(_target.Path, [], _mistakes).Clusters;
        Assert.Equal(ClusterClass.Drug, clusters["STAT_COD"].Class);
        Assert.Equal(ClusterClass.Code, clusters["STATINDEC_COD"].Class);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void Wrong_rows_are_named_all_at_once_and_the_others_used()
    {
        var report = Import(Header
            + "DM_COD\tx\t73211009\tx\t999004691000230108\tQOF Diabetes\n"
            + "DM_COD\tx\t73211010\tx\t999004691000230108\tQOF Diabetes\n"
            + "DM_COD\ttoo few\n"
            + "HYP_COD\tx\t38341003\tx\t999006611000230106\tQOF Hypertension\n");

        Assert.Equal([3, 4, 5], _mistakes.Select(m => m.Line).Order());
        Assert.Equal((2, 2), (report.Used, report.Rejected));
        Assert.Equal(
            [("DM_COD", Completeness.Partial), ("HYP_COD", Completeness.Full)],
            report.Clusters.Select(c => (c.Cluster, c.After)));
    }

    [Theory]
    [InlineData("DM_COD\tx\t4405", Completeness.Full)]
    [InlineData("DM_COD\t\"x\t44054006\tx\t999004691000230108\tQOF", Completeness.Full)]
    [InlineData("\tx\t44054006\tx\t999004691000230108\tQOF", Completeness.Partial)]
    [InlineData("DM_C", Completeness.Partial)]
    public void A_row_that_cannot_be_read_makes_its_cluster_partial_and_all_where_its_cluster_is_not_known(string row, Completeness other)
    {
        var report = Import(Header
            + "DM_COD\tx\t73211009\tx\t999004691000230108\tQOF Diabetes\n"
            + "HYP_COD\tx\t38341003\tx\t999004691000230108\tQOF Hypertension\n"
            + row);

        Assert.Equal(
            [("DM_COD", Completeness.Partial), ("HYP_COD", other)],
            report.Clusters.Select(c => (c.Cluster, c.After)));
        Assert.Equal((2, 1), (report.Used, report.Rejected));
        Assert.Equal(4, Assert.Single(_mistakes).Line);
    }

    [Theory]
    [InlineData("", "no header")]
    [InlineData("Cluster_ID,SNOMED_code\nDM_COD,73211009\n", "PCD_Refset_ID")]
    public void A_file_that_is_no_release_is_told(string text, string expected)
    {
        ValueSetImport.Read(_source.File(FileName, text), null, null, _mistakes);

        Assert.Contains(_mistakes, m => m.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_in_another_encoding_or_with_a_stray_quote_is_told_with_its_line_and_the_others_used()
    {
        var file = _source.File(FileName, Encoding.Latin1.GetBytes(
            Header.ReplaceLineEndings("\n")
            + "DM_COD\tMénière\t73211009\tx\t999004691000230108\tQOF\n"
            + "DM_COD\tDiabetes\t44054006\t\"x\t999004691000230108\tQOF\n"
            + "DM_COD\tDiabetes\t46635009\tx\t999004691000230108\tQOF\n"));

        var report = ValueSetImport.Read(file, null, null, _mistakes)!.Into(_target.Path, write: true, _mistakes);

        Assert.Equal([(2, "not UTF-8 text; save the file as UTF-8"), (3, "a quote is opened and never closed; expected a second one on the same line")],
            _mistakes.Select(m => (m.Line, m.Text)));
        Assert.Equal((1, 2), (report.Used, report.Rejected));
    }

    [Fact]
    public void A_cluster_of_which_no_code_can_be_read_keeps_what_it_has()
    {
        var file = _target.File("DM_COD.json", ValueSetLibraryTests.ValueSet("DM_COD", "code", "full", ValueSetLibraryTests.Snomed("73211009")));
        var before = File.ReadAllBytes(file);

        Assert.Equal(ClusterFate.Gone, Assert.Single(Import(Header + "DM_COD\tx\t7.3E+7\tx\t999004691000230108\tQOF\n").Clusters).Fate);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_cluster_cannot_be_written_outside_the_folder()
    {
        Import(Header + "../DM_COD\tx\t73211009\tx\t999004691000230108\tQOF\n");

        Assert.Contains("'../DM_COD' is no cluster", Assert.Single(_mistakes).Text, StringComparison.Ordinal);
        Assert.False(File.Exists(_target.At("../DM_COD.json")));
    }

    [Fact]
    public void A_version_is_needed_from_the_name_or_as_given()
    {
        var file = _source.File("content.txt", Header + "DM_COD\tx\t73211009\tx\t999004691000230108\tQOF Diabetes\n");

        Assert.Null(ValueSetImport.Read(file, null, null, _mistakes));
        Assert.Single(_mistakes);
        Assert.NotNull(ValueSetImport.Read(file, "20270401", null, _mistakes));
        Assert.Null(ValueSetImport.Read(_source.At("nowhere_20260930.txt"), null, null, _mistakes));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_all_others_as_they_were()
    {
        var kept = _target.File("A_COD.json", ValueSetLibraryTests.ValueSet("A_COD", "code", "none"));
        var before = File.ReadAllBytes(kept);
        Directory.CreateDirectory(_target.At("B_COD.json")); // in the way of the second file

        Assert.Throws<IOException>(() => Import(TwoClusters));

        Assert.Equal(before, File.ReadAllBytes(kept));
        Assert.Equal([kept, _target.At("B_COD.json")], Directory.EnumerateFileSystemEntries(_target.Path).Order());
    }

    [Fact]
    public void A_power_cut_before_the_decision_leaves_the_old_lists()
    {
        _target.File("A_COD.json", ValueSetLibraryTests.ValueSet("A_COD", "code", "none"));
        _target.File(".import-partial/A_COD.json", "{ half a fi");

        Assert.Empty(ValueSetLibrary.Load(_target.Path, [], _mistakes).Clusters["A_COD"].Codes);
        Import(TwoClusters);

        Assert.Empty(_mistakes);
        Assert.Equal([_target.At("A_COD.json"), _target.At("B_COD.json")], Directory.EnumerateFileSystemEntries(_target.Path).Order());
    }

    [Fact]
    public void A_power_cut_after_the_decision_leaves_the_new_lists_and_the_next_import_ends_it()
    {
        _target.File("A_COD.json", ValueSetLibraryTests.ValueSet("A_COD", "code", "none"));
        _target.File("B_COD.json", ValueSetLibraryTests.ValueSet("B_COD", "code", "full", ValueSetLibraryTests.Snomed("44054006"))); // moved in already
        _target.File(".import/A_COD.json", ValueSetLibraryTests.ValueSet("A_COD", "code", "full", ValueSetLibraryTests.Snomed("73211009")));

        Assert.Equal(["sct|73211009"], ValueSetLibrary.Load(_target.Path, [], _mistakes).Clusters["A_COD"].Codes);
        var report = Import(TwoClusters);

        Assert.Empty(_mistakes);
        Assert.Equal(1, report.Clusters[0].Kept);
        Assert.Equal([_target.At("A_COD.json"), _target.At("B_COD.json")], Directory.EnumerateFileSystemEntries(_target.Path).Order());
    }

    private ImportReport Import(string text) =>
        ValueSetImport.Read(_source.File(FileName, text), null, null, _mistakes)!.Into(_target.Path, write: true, _mistakes, _told.Add);
}
