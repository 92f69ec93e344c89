using System.Text.Json;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Cli;

public sealed class DefinitionCommandTests
{
    [Fact]
    public void Frameworks_are_listed_with_what_can_be_evaluated()
    {
        using var practice = new TinyPractice();

        var csv = Ran.Qof("frameworks", "--definitions", practice.Definitions, "--format", "csv");
        Assert.StartsWith("tiny-2026-27,The tiny framework,2026-04-01,51.2,4,", csv.Lines[1], StringComparison.Ordinal);

        var page = Ran.Qof("frameworks", "--definitions", practice.Definitions);
        Assert.Equal(0, page.Code);
        Assert.Contains("tiny-2026-27", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standing_frameworks_are_those_beside_the_tool()
    {
        var ran = Ran.Qof("frameworks", "--format", "json");

        Assert.Equal(
            Rulebook.FrameworkIds,
            JsonDocument.Parse(ran.Output).RootElement.EnumerateArray().Select(f => f.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_framework_is_shown_with_points_thresholds_certainty_and_reason()
    {
        using var practice = new TinyPractice();

        var page = Ran.Qof("frameworks", "show", TinyPractice.Framework, "--definitions", practice.Definitions);

        Assert.Equal(0, page.Code);
        Assert.All(page.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.Contains("20-60 %?", page.Output, StringComparison.Ordinal);
        Assert.Contains("not evaluable: no rules yet", page.Output, StringComparison.Ordinal);

        var csv = Ran.Qof("frameworks", "show", TinyPractice.Framework, "--definitions", practice.Definitions, "--format", "csv");
        Assert.Contains("T003,Sick: something that nobody wrote rules for,Clinical,Sickness,fraction,7,40,90,found,found,,not evaluable,no rules yet,made up", csv.Lines);
    }

    [Fact]
    public void Sound_rules_are_0()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("rules", "check", practice.Definitions);

        Assert.Equal(0, ran.Code);
        Assert.Contains("No mistakes", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_rules_are_4_and_each_stands_at_its_place()
    {
        using var practice = new TinyPractice();
        practice.Write("defs/rulesets/TINY.yaml", practice.Read("defs/rulesets/TINY.yaml")
            .Replace("FRAIL_DAT is present", "FRIAL_DAT is present", StringComparison.Ordinal)
            .Replace("CARE_DAT > PPED", "CARE_DAT >> PPED", StringComparison.Ordinal)
            .Replace("reason: unsuitable", "reason: tired", StringComparison.Ordinal));

        var ran = Ran.Qof("rules", "check", practice.Definitions, "--format", "csv");

        Assert.Equal(4, ran.Code);
        Assert.Equal("kind,file,line,column,text", ran.Lines[0]);
        Assert.All(new[] { 19, 20, 22 }, line => Assert.Contains(ran.Lines, l => l.StartsWith($"mistake,rulesets/TINY.yaml,{line},", StringComparison.Ordinal)));

        var page = Ran.Qof("rules", "check", practice.Definitions);
        Assert.Equal(4, page.Code);
        Assert.Contains("rulesets/TINY.yaml:19:", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_reports_what_each_cluster_gains_and_loses()
    {
        using var practice = new TinyPractice();
        const string Head = "Cluster_ID,Cluster_Description,SNOMED_code,SNOMED_code_description,PCD_Refset_ID,Service_and_Ruleset\n";
        var first = practice.Write("20260401_release.csv", Head + "DM_COD,Diabetes,73211009,Diabetes,999004691000230108,QOF\nDM_COD,Diabetes,44054006,Type 2,999004691000230108,QOF\n");
        var second = practice.Write("20260701_release.csv", Head + "DM_COD,Diabetes,73211009,Diabetes,999004691000230108,QOF\nDM_COD,Diabetes,46635009,Type 1,999004691000230108,QOF\n");
        Directory.CreateDirectory(practice.At("sets"));
        practice.Write("sets/DM_COD.json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "valuesets", "DM_COD.json")));

        Assert.Equal(0, Ran.Qof("valuesets", "import", first, "--to", practice.At("sets")).Code);
        var before = practice.Files("sets");
        var dry = Ran.Qof("valuesets", "import", second, "--to", practice.At("sets"), "--format", "csv", "--dry-run");
        Assert.Equal(before, practice.Files("sets"));
        Assert.StartsWith("DM_COD,changed,1,1,1,", dry.Lines[1], StringComparison.Ordinal);

        var ran = Ran.Qof("valuesets", "import", second, "--to", practice.At("sets"));
        Assert.Contains("1 cluster changed", ran.Output, StringComparison.Ordinal);
        Assert.Contains("46635009", practice.Read("sets/DM_COD.json"), StringComparison.Ordinal);

        var again = Ran.Qof("valuesets", "import", second, "--to", practice.At("sets"));
        Assert.Contains("0 clusters changed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_of_an_import_that_is_not_there_is_3()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("valuesets", "import", practice.At("nowhere.txt"), "--to", practice.At("sets"));

        Assert.Equal(3, ran.Code);
        Assert.False(Directory.Exists(practice.At("sets")));
    }
}
