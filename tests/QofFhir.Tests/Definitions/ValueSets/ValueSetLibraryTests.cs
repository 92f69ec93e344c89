using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Tests.Definitions.ValueSets;

public sealed class ValueSetLibraryTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Folder _pack = new();
    private readonly List<DefinitionMistake> _mistakes = [];

    public void Dispose()
    {
        _folder.Dispose();
        _pack.Dispose();
    }

    [Fact]
    public void A_value_set_becomes_a_cluster()
    {
        _folder.File("DM_COD.json", ValueSet("DM_COD", "code", "full", Snomed("73211009"), Snomed("44054006")));

        var cluster = Load().Clusters["DM_COD"];

        Assert.Empty(_mistakes);
        Assert.Equal("DM_COD", cluster.Name);
        Assert.Equal(ClusterClass.Code, cluster.Class);
        Assert.Equal(Completeness.Full, cluster.Completeness);
        Assert.Equal("7", cluster.Version);
        Assert.Equal(["sct|44054006", "sct|73211009"], cluster.Codes.Order());
    }

    [Fact]
    public void A_drug_cluster_keeps_its_class()
    {
        _folder.File("STAT_COD.json", ValueSet("STAT_COD", "drug", "full", Snomed("73211009")));

        Assert.Equal(ClusterClass.Drug, Load().Clusters["STAT_COD"].Class);
    }

    [Fact]
    public void A_code_pack_adds_codes_and_cannot_take_any_away()
    {
        _folder.File("DM_COD.json", ValueSet("DM_COD", "code", "partial", Snomed("73211009")));
        _pack.File("DM_COD.json", ValueSet("DM_COD", "code", "partial", Snomed("44054006")));

        var library = Load(_pack.Path);

        Assert.Equal(["sct|44054006", "sct|73211009"], library.Clusters["DM_COD"].Codes.Order());
        Assert.Equal(Completeness.Partial, library.Clusters["DM_COD"].Completeness);
        Assert.Equal("7 + 7", library.Clusters["DM_COD"].Version);
        Assert.False(library.IncludesSampleCodes);
    }

    [Fact]
    public void An_expansion_of_a_terminology_server_is_full_when_it_is_whole()
    {
        const string Expanded = """
            { "resourceType": "ValueSet", "name": "DM_COD", "expansion": { "total": 2, "contains": [
              { "system": "http://snomed.info/sct", "abstract": true, "code": "73211009",
                "contains": [ { "system": "http://snomed.info/sct", "code": "44054006" } ] } ] } }
            """;
        _pack.File("DM_COD.json", Expanded);
        Assert.Equal(Completeness.Full, Load(_pack.Path).Clusters["DM_COD"].Completeness);

        _pack.File("DM_COD.json", Expanded.Replace("\"total\": 2", "\"total\": 200", StringComparison.Ordinal));
        Assert.Equal(Completeness.Partial, Load(_pack.Path).Clusters["DM_COD"].Completeness);
        Assert.Equal(2, Load(_pack.Path).Clusters["DM_COD"].Codes.Count);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void A_sample_pack_fills_a_cluster_and_is_told()
    {
        _folder.File("HOMEBPDEC_COD.json", ValueSet("HOMEBPDEC_COD", "code", "none"));
        _pack.File("HOMEBPDEC_COD.json", Sample("HOMEBPDEC_COD", "HOMEBPDEC-1"));

        Assert.Equal(Completeness.None, Load().Clusters["HOMEBPDEC_COD"].Completeness);
        Assert.False(Load().IncludesSampleCodes);

        var library = Load(_pack.Path);
        Assert.True(library.IncludesSampleCodes);
        Assert.Equal(Completeness.Full, library.Clusters["HOMEBPDEC_COD"].Completeness);
        Assert.Equal(["sample|HOMEBPDEC-1"], library.Clusters["HOMEBPDEC_COD"].Codes);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void A_pack_without_codes_completes_only_a_cluster_that_has_some()
    {
        var empty = Sample("DM_COD", "x").Replace($$"""{ "system": "{{CodeKey.SampleSystem}}", "code": "x" }""", "", StringComparison.Ordinal);
        _pack.File("DM_COD.json", empty);
        Assert.Equal(Completeness.None, Load(_pack.Path).Clusters["DM_COD"].Completeness);

        _folder.File("DM_COD.json", ValueSet("DM_COD", "code", "none"));
        Assert.Equal(Completeness.None, Load(_pack.Path).Clusters["DM_COD"].Completeness);

        _folder.File("DM_COD.json", ValueSet("DM_COD", "code", "partial", Snomed("73211009")));
        Assert.Equal(Completeness.Full, Load(_pack.Path).Clusters["DM_COD"].Completeness);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void Sample_codes_and_real_codes_do_not_share_a_file()
    {
        var sample = _pack.File("DM_COD.json", Sample("DM_COD", "DM-1").Replace(CodeKey.SampleSystem, "http://snomed.info/sct", StringComparison.Ordinal));
        var untagged = _folder.File("HYP_COD.json", ValueSet("HYP_COD", "code", "full", $$"""{ "system": "{{CodeKey.SampleSystem}}", "code": "HYP-1" }"""));

        Load(_pack.Path);

        Assert.Equal([untagged, sample], _mistakes.Select(m => m.File));
    }

    [Fact]
    public void The_halves_of_a_pressure_are_told_apart()
    {
        _folder.File("parts/SYSTOLIC.json", ValueSet("SYSTOLIC", "code", "partial", Snomed("271649006")));
        _folder.File("parts/DIASTOLIC.json", ValueSet("DIASTOLIC", "code", "partial", Snomed("271650006")));

        var parts = Load().PressureParts;

        Assert.Equal(PressurePart.Systolic, parts["sct|271649006"]);
        Assert.Equal(PressurePart.Diastolic, parts["sct|271650006"]);
        Assert.Equal(2, parts.Count);
        Assert.Empty(_mistakes);
    }

    [Fact]
    public void A_code_in_both_halves_is_a_mistake()
    {
        _folder.File("parts/SYSTOLIC.json", ValueSet("SYSTOLIC", "code", "partial", Snomed("271649006")));
        var file = _folder.File("parts/DIASTOLIC.json", ValueSet("DIASTOLIC", "code", "partial", Snomed("271649006")));

        Load();

        Assert.Equal(file, Assert.Single(_mistakes).File);
    }

    [Fact]
    public void A_missing_half_is_a_mistake()
    {
        _folder.File("parts/SYSTOLIC.json", ValueSet("SYSTOLIC", "code", "partial", Snomed("271649006")));

        Load();

        Assert.Equal(_folder.At("parts/DIASTOLIC.json"), Assert.Single(_mistakes).File);
    }

    private ValueSetLibrary Load(params string[] packs) => ValueSetLibrary.Load(_folder.Path, packs, _mistakes);

    internal static string Snomed(string code) => $$"""{ "system": "http://snomed.info/sct", "code": "{{code}}" }""";

    internal static string ValueSet(string name, string kind, string completeness, params string[] codes) => $$"""
        {
          "resourceType": "ValueSet",
          "extension": [
            { "url": "https://qoffhir.example.org/fhir/StructureDefinition/cluster-class", "valueCode": "{{kind}}" },
            { "url": "https://qoffhir.example.org/fhir/StructureDefinition/completeness", "valueCode": "{{completeness}}" }
          ],
          "version": "7",
          "name": "{{name}}",
          "expansion": { "contains": [ {{string.Join(",\n", codes)}} ] }
        }
        """;

    private static string Sample(string name, string code) => $$"""
        {
          "resourceType": "ValueSet",
          "meta": { "tag": [ { "system": "https://qoffhir.example.org/fhir/CodeSystem/tag", "code": "sample" } ] },
          "name": "{{name}}",
          "expansion": { "contains": [ { "system": "{{CodeKey.SampleSystem}}", "code": "{{code}}" } ] }
        }
        """;
}
