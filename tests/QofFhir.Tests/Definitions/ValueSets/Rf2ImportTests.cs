using System.IO.Compression;
using System.Text;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>Import of simple reference set snapshots of an RF2 release.</summary>
public sealed class Rf2ImportTests : IDisposable
{
    private const string Header = "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\r\n";
    private const string Diabetes = "999004691000230108";
    private const string Statins = "12464001000001103";
    private const string Clinical = "RF2/Snapshot/Refset/Content/der2_Refset_SimpleSnapshot_GB1000000_20260401.txt";
    private const string Drugs = "drug/Snapshot/Refset/Content/der2_Refset_SimpleSnapshot_GB1000001_20260415.txt";

    private readonly Folder _source = new();
    private readonly Folder _target = new();
    private readonly List<DefinitionMistake> _mistakes = [];
    private readonly List<CodeChange> _told = [];

    public Rf2ImportTests()
    {
        _target.File("DM_COD.json", ValueSet("DM_COD", Diabetes, "73211009", "46635009"));
        _target.File("STAT_COD.json", ValueSet("STAT_COD", Statins));
    }

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    [Fact]
    public void Active_members_of_our_reference_sets_become_the_lists_of_their_clusters()
    {
        _source.File(Clinical, Header + Row(1, Diabetes, "73211009") + Row(1, Diabetes, "44054006") + Row(0, Diabetes, "46635009") + Row(1, "999002741000230105", "38341003"));
        _source.File(Drugs, Header + Row(1, Statins, "320030001"));
        _source.File("RF2/Snapshot/Terminology/sct2_Concept_Snapshot_GB1000000_20260401.txt", "no reference set");

        var report = Import(_source.Path);

        Assert.Empty(_mistakes);
        Assert.Equal(
            [("DM_COD", 1, 1, 1, "20260401"), ("STAT_COD", 1, 0, 0, "20260415")],
            report.Clusters.Select(c => (c.Cluster, c.Added, c.Removed, c.Kept, c.VersionAfter)));
        Assert.All(report.Clusters, c => Assert.Equal(Completeness.Full, c.After));
        Assert.Equal((3, 0, 2), (report.Used, report.Rejected, report.LeftOut));
        Assert.Equal(
            [("DM_COD", true, "44054006"), ("DM_COD", false, "46635009"), ("STAT_COD", true, "320030001")],
            _told.Select(c => (c.Cluster, c.Added, c.Code.Code)));

        // A reference set tells no terms: those that we had stay.
        Assert.Contains("\"code\": \"73211009\", \"display\": \"term of 73211009\"", File.ReadAllText(_target.At("DM_COD.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_in_a_zip_is_the_same()
    {
        var zip = Zip("release.zip", (Clinical, Header + Row(1, Diabetes, "44054006")), ("readme.txt", "x"));

        Assert.Equal((1, 2, 0), Counts(Import(zip)));
        Assert.Equal((0, 0, 1), Counts(Import(_source.Path))); // found in the folder too
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void A_single_snapshot_is_enough_and_its_wrong_rows_are_named()
    {
        var file = _source.File(
            Path.GetFileName(Clinical),
            Header + Row(1, Diabetes, "73211009") + Row(1, Diabetes, "73211010") + "x\ty\n" + Row(2, Diabetes, "44054006") + Row(1, Diabetes, "46635009"));

        var report = Import(file);

        Assert.Equal([3, 4, 5], _mistakes.Select(m => m.Line));
        Assert.Contains("expected 1 or 0", _mistakes[2].Text, StringComparison.Ordinal);
        Assert.Equal((2, 3), (report.Used, report.Rejected));
        Assert.Equal(Completeness.Partial, report.Clusters[0].After);
    }

    [Theory]
    [InlineData("80000000-0000-0000-0000-000000000000\t20260401\tyes\t999000011000000103\t999004691000230108\t44054006", Completeness.Full)]
    [InlineData("80000000-0000-0000-0000-000000000000\t20260401\t1\t999000011000000103\t999004691000230108\t44054006\t", Completeness.Full)]
    [InlineData("80000000-0000-0000-0000-000000000000\t20260401\t1\t9990000110", Completeness.Partial)]
    public void A_row_that_cannot_be_read_makes_its_list_partial_and_all_where_its_list_is_not_known(string row, Completeness other)
    {
        var file = _source.File(Path.GetFileName(Clinical), Header + Row(1, Diabetes, "73211009") + Row(1, Statins, "320030001") + row);

        var report = Import(file);

        Assert.Equal([("DM_COD", Completeness.Partial), ("STAT_COD", other)], report.Clusters.Select(c => (c.Cluster, c.After)));
        Assert.Equal((2, 1), (report.Used, report.Rejected));
        Assert.Equal(4, Assert.Single(_mistakes).Line);
    }

    [Fact]
    public void A_reference_set_without_active_members_keeps_its_list()
    {
        var file = _source.File(Path.GetFileName(Clinical), Header + Row(0, Diabetes, "73211009") + Row(0, Diabetes, "46635009"));

        Assert.Equal((ClusterFate.Gone, 2), Import(file).Clusters.Select(c => (c.Fate, c.Kept)).First());
    }

    [Fact]
    public void Of_two_releases_in_one_folder_the_newer_is_taken_and_the_other_told()
    {
        var older = _source.File("a/" + Path.GetFileName(Clinical).Replace("20260401", "20251001", StringComparison.Ordinal), Header + Row(1, Diabetes, "46635009"));
        _source.File("b/" + Path.GetFileName(Clinical), Header + Row(1, Diabetes, "73211009"));

        Assert.Equal("20260401", Import(_source.Path).Clusters[0].VersionAfter);
        Assert.Equal(["46635009"], _told.Where(c => !c.Added).Select(c => c.Code.Code));
        Assert.Equal(older, Assert.Single(_mistakes).File);
    }

    [Theory]
    [InlineData("broken.zip", "no zip at all", "the zip cannot be read")]
    [InlineData("readme.md", "nothing here", "neither clusters.csv nor")]
    public void What_holds_no_reference_set_is_told(string name, string text, string expected)
    {
        var file = _source.File(name, text);

        Assert.Null(ValueSetImport.Read(name.EndsWith(".zip", StringComparison.Ordinal) ? file : _source.Path, null, null, _mistakes, _target.Path));
        Assert.Contains(expected, Assert.Single(_mistakes).Text, StringComparison.Ordinal);
    }

    private ImportReport Import(string source) =>
        ValueSetImport.Read(source, null, null, _mistakes, _target.Path)!.Into(_target.Path, write: true, _mistakes, _told.Add);

    private static (int Added, int Removed, int Kept) Counts(ImportReport report)
    {
        var change = report.Clusters.Single(c => c.Cluster == "DM_COD");
        return (change.Added, change.Removed, change.Kept);
    }

    private static string Row(int active, string refset, string component) =>
        $"80000000-0000-0000-0000-000000000000\t20260401\t{active}\t999000011000000103\t{refset}\t{component}\r\n";

    private string Zip(string name, params (string Entry, string Text)[] entries)
    {
        using (var zip = ZipFile.Open(_source.At(name), ZipArchiveMode.Create))
        {
            foreach (var (entry, text) in entries)
            {
                using var stream = zip.CreateEntry(entry).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return _source.At(name);
    }

    private static string ValueSet(string name, string refset, params string[] codes) => $$"""
        {
          "resourceType": "ValueSet", "name": "{{name}}",
          "extension": [
            { "url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "code" },
            { "url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "{{(codes.Length == 0 ? "none" : "partial")}}" }
          ],
          "compose": { "include": [ { "system": "http://snomed.info/sct", "filter": [ { "property": "constraint", "op": "=", "value": "^ {{refset}}" } ] } ] },
          "expansion": { "contains": [ {{string.Join(", ", codes.Select(c => $$"""{ "system": "http://snomed.info/sct", "code": "{{c}}", "display": "term of {{c}}" }"""))}} ] }
        }
        """;
}
