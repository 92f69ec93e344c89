using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>Import of a folder with an index of clusters and a file of codes for each.</summary>
public sealed class ClusterFolderImportTests : IDisposable
{
    private const string Header = "cluster,refset_id,status,codes,codes_may_2024,file,version,rulesets,description,source,note\n";

    private readonly Folder _source = new();
    private readonly Folder _target = new();
    private readonly List<DefinitionMistake> _mistakes = [];
    private readonly List<CodeChange> _told = [];

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    [Theory]
    [InlineData("held", "2", "", Completeness.Full)]
    [InlineData("held", "1", "", Completeness.Full)]
    [InlineData("held", "3", "", Completeness.Partial)]
    [InlineData("held", "", "", Completeness.Full)]
    [InlineData("held", "2", "cluster split inferred", Completeness.Partial)]
    [InlineData("derived", "2", "", Completeness.Partial)]
    [InlineData("single-codes", "2", "", Completeness.Partial)]
    [InlineData("single-codes", "1", "", Completeness.Partial)]
    [InlineData("missing", "2", "", Completeness.None)]
    public void Only_a_list_that_is_held_and_long_enough_is_full(string status, string published, string note, Completeness expected)
    {
        _source.File("clusters.csv", $"{Header}A_COD,999004691000230108,{status},2,{published},clusters/A_COD.csv,20250912,,A,,{note}\n");
        _source.File("clusters/A_COD.csv", "code,term\n73211009,one\n44054006,two\n");
        _source.File("recorded-codes.csv", "cluster,code,term,source\nA_COD (stand-in),73211009,one,x\nB_COD|A_COD,44054006,two,x\n");

        Assert.Equal(expected, Assert.Single(Import().Clusters).After);

        var library = ValueSetLibrary.Load(_target.Path, [], _mistakes);
        Assert.Equal(expected, library.Clusters["A_COD"].Completeness);
        Assert.Equal(expected == Completeness.None ? 0 : 2, library.Clusters["A_COD"].Codes.Count);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void Additions_are_kept_beside_the_list_and_do_not_make_it_fuller()
    {
        _source.File("clusters.csv", Header + "A_COD,999004691000230108,held,1,2,clusters/A_COD.csv,20250912,,A,,\n");
        _source.File("clusters/A_COD.csv", "code,term\n73211009,one\n");
        var additions = _source.File("additions.csv", """
            cluster,system,code,display,unit,source
            A_COD,http://loinc.org,4548-4,HbA1c,values usually in %,ours
            A_COD,http://snomed.info/sct,73211009,one,,already there

            """);

        var change = Assert.Single(Import(additions).Clusters);

        Assert.Equal(Completeness.Partial, change.After);
        Assert.Equal(2, change.Added);
        Assert.Equal(["sct|73211009", "loinc|4548-4"], _told.Select(c => c.Code.Key));
        Assert.Equal("Added beside the published list: ours; values usually in %", _told[1].Code.Addition);
    }

    [Fact]
    public void The_same_source_again_changes_nothing()
    {
        _source.File("clusters.csv", Header + "A_COD,999004691000230108,held,2,2,clusters/A_COD.csv,20250912,,\"A, \"\"B\"\"\",,\n");
        _source.File("clusters/A_COD.csv", "code,term\r\n73211009,one\r\n44054006,\"two <3 – “é”\"\r\n");
        _source.File("bp-parts.csv", "code,part,setting,term\n271649006,systolic,clinic,S\n271650006,diastolic,clinic,D\n75367002,,clinic,P\n");

        Assert.Equal(ClusterFate.New, Assert.Single(Import().Clusters).Fate);
        var first = Bytes();
        var again = Assert.Single(Import().Clusters);

        Assert.Equal(ClusterFate.Unchanged, again.Fate);
        Assert.Equal((0, 0, 2), (again.Added, again.Removed, again.Kept));
        Assert.Equal(first, Bytes());
        Assert.Equal(["A_COD.json", "DIASTOLIC.json", "SYSTOLIC.json"], first.Keys.Select(Path.GetFileName).Order());
        Assert.Equal(2, ValueSetLibrary.Load(_target.Path, [], _mistakes).PressureParts.Count);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void What_was_added_and_removed_is_told_with_its_term()
    {
        _source.File("clusters.csv", Header + "A_COD,999004691000230108,held,2,3,clusters/A_COD.csv,20250912,,A,,\n");
        _source.File("clusters/A_COD.csv", "code,term\n73211009,one\n44054006,two\n");
        Import();
        _told.Clear();
        _source.File("clusters.csv", Header + "A_COD,999004691000230108,held,2,2,clusters/A_COD.csv,20260630,,A,,\nB_COD,,missing,0,,,,,,,\n");
        _source.File("clusters/A_COD.csv", "code,term\n73211009,one\n38341003,three\n");

        var report = Import();

        Assert.Equal(["A_COD", "B_COD"], report.Clusters.Select(c => c.Cluster));
        var a = report.Clusters[0];
        Assert.Equal(ClusterFate.Changed, a.Fate);
        Assert.Equal([("A_COD", true, "three"), ("A_COD", false, "two")], _told.Select(c => (c.Cluster, c.Added, c.Code.Display)));
        Assert.Equal((1, 1, 1), (a.Added, a.Removed, a.Kept));
        Assert.Equal((Completeness.Partial, Completeness.Full), (a.Before, a.After));
        Assert.Equal(("20250912", "20260630"), (a.VersionBefore, a.VersionAfter));
        Assert.Equal((ClusterFate.New, (Completeness?)null), (report.Clusters[1].Fate, report.Clusters[1].Before));
    }

    [Fact]
    public void A_cluster_whose_list_cannot_be_read_stays_as_it_is()
    {
        _source.File("clusters.csv", Header + "A_COD,999004691000230108,held,1,1,clusters/A_COD.csv,20250912,,A,,\n");
        var list = _source.File("clusters/A_COD.csv", "code,term\n73211009,one\n");
        Import();
        var before = Bytes();
        File.Delete(list);

        var gone = Assert.Single(Import().Clusters);

        Assert.Equal(ClusterFate.Gone, gone.Fate);
        Assert.Equal(before, Bytes());
        Assert.Equal([list, _source.At("clusters.csv")], _mistakes.Select(m => m.File));
    }

    [Fact]
    public void A_wrong_code_is_named_with_its_line_and_the_others_are_kept()
    {
        _source.File("clusters.csv", Header + "A_COD,999004691000230108,held,3,2,clusters/A_COD.csv,20250912,,A,,\n");
        var list = _source.File("clusters/A_COD.csv", "code,term\n\n73211009,\"one, in quotes\"\n73211008,wrong check digit\n44054006,two\n,none\n12345,short\n");

        var report = Import();

        var change = Assert.Single(report.Clusters);
        Assert.Equal(["44054006", "73211009"], _told.Select(c => c.Code.Code));
        Assert.Equal(Completeness.Partial, change.After);
        Assert.Equal([(list, 4), (list, 6), (list, 7)], _mistakes.Select(m => (m.File, m.Line)));
        Assert.Equal((2, 3, 0), (report.Used, report.Rejected, report.LeftOut));
    }

    [Fact]
    public void An_index_without_its_columns_gives_all_mistakes_and_no_import()
    {
        _source.File("clusters.csv", "cluster,codes\nA_COD,1\n");

        Assert.Null(ValueSetImport.Read(_source.Path, null, null, _mistakes));
        Assert.Contains(_mistakes, m => m.Text.Contains("refset_id", StringComparison.Ordinal));
        Assert.Contains(_mistakes, m => m.Text.Contains("status", StringComparison.Ordinal));
    }

    private ImportReport Import(string? additions = null) =>
        ValueSetImport.Read(_source.Path, null, additions, _mistakes)!.Into(_target.Path, write: true, _mistakes, _told.Add);

    private SortedDictionary<string, string> Bytes() => new(Directory
        .EnumerateFiles(_target.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(f => f, f => Convert.ToBase64String(File.ReadAllBytes(f))), StringComparer.Ordinal);
}
