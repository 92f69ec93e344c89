using System.Text.Json;

namespace QofFhir.Tests.Cli;

public sealed class StrataTests : IDisposable
{
    private readonly TinyPractice _practice = new();

    public StrataTests()
    {
        const string Framework = "defs/frameworks/tiny-2026-27.yaml";
        _practice.Write(Framework, _practice.Read(Framework).Replace("indicators:", "strata: [age, deprivation, missing]\nindicators:", StringComparison.Ordinal));
        _practice.Write("defs/rulesets/PARTS.yaml", """
            ruleset: PARTS
            title: Strata for tests
            source: { document: "Made up for tests", evidence: found }
            fields:
              latest: NOTWANTED
            strata:
              age:
                title: Age
                groups:
                  - { group: under 70, when: "PAT_AGE < 70" }
                  - 70 and over
              deprivation:
                title: Deprivation
                attribute: deprivation-quintile
                groups: ["1", "2", "3", "4", "5", not known]
              missing:
                title: No codes
                groups:
                  - { group: declined, when: "NOTWANTED_DAT is present" }
                  - others
            """);
    }

    public void Dispose() => _practice.Dispose();

    [Fact]
    public void Nothing_is_parted_unless_asked()
    {
        _practice.Evaluate();

        Assert.False(File.Exists(_practice.At("out/strata.csv")));
    }

    [Fact]
    public void Each_indicator_is_counted_by_group()
    {
        var ran = _practice.Evaluate("--strata", "age");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(
            """
            indicator,stratum,group,register,exclusions,denominator,pca,numerator,percentage,evaluability,reason
            T001,age,under 70,5,,,,,,complete,
            T001,age,70 and over,2,,,,,,complete,
            T002,age,under 70,5,0,3,2,2,66.67,complete,
            T002,age,70 and over,2,1,1,0,0,0,complete,

            """.ReplaceLineEndings("\n"),
            _practice.Read("out/strata.csv"));
        Assert.False(File.Exists(_practice.At("out/deprivation-gap.csv")));
    }

    [Fact]
    public void Without_a_name_all_strata_are_meant_and_those_that_part_nothing_say_why()
    {
        var file = _practice.Write("who.csv", "patient,deprivation_quintile\nachieved,5\ndue-later,1\nfrail,1\n-dash,\n");

        var ran = _practice.Evaluate("--strata", "--attributes", file, "--format", "json");

        Assert.Equal(0, ran.Code);
        Assert.Contains("Nothing is parted by missing: no codes held for NOTWANTED_COD.", ran.Error, StringComparison.Ordinal);
        var json = JsonDocument.Parse(ran.Output).RootElement;
        Assert.Equal(
            ["age complete", "deprivation complete", "missing not evaluable"],
            json.GetProperty("strata").EnumerateArray().Select(s => $"{s.GetProperty("stratum").GetString()} {s.GetProperty("evaluability").GetString()}"));
        Assert.DoesNotContain(json.GetProperty("groups").EnumerateArray(), g => g.GetProperty("stratum").GetString() == "missing" && g.GetProperty("group").ValueKind != JsonValueKind.Null);
        Assert.Equal(
            "indicator,least_deprived_denominator,most_deprived_denominator,gap,lower_95,upper_95\nT002,1,1,100,-12.21,100\n",
            _practice.Read("out/deprivation-gap.csv"));
        var report = JsonDocument.Parse(_practice.Read("out/measure-reports.ndjson").Split('\n')[1]).RootElement;
        Assert.Equal(
            ["outcome-label", "age", "deprivation"],
            report.GetProperty("group")[0].GetProperty("stratifier").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
    }

    [Fact]
    public void The_run_names_the_strata_that_there_are_and_those_that_it_is_parted_by()
    {
        _practice.Evaluate("--strata", "age,missing");

        var run = JsonDocument.Parse(_practice.Read("out/run.json")).RootElement;
        Assert.Equal(["age", "deprivation", "missing"], run.GetProperty("framework").GetProperty("strata").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(
            ["age: complete ", "missing: not evaluable no codes held for NOTWANTED_COD"],
            run.GetProperty("partedBy").EnumerateArray().Select(s =>
                $"{s.GetProperty("stratum").GetString()}: {s.GetProperty("evaluability").GetString()} {s.GetProperty("reason").GetString()}"));
    }

    [Fact]
    public void A_framework_is_shown_with_its_strata()
    {
        var page = Ran.Qof("frameworks", "show", TinyPractice.Framework, "--definitions", _practice.Definitions);
        Assert.Contains("Results can be parted by: age, deprivation, missing (--strata)", page.Lines);

        var csv = Ran.Qof("frameworks", "show", TinyPractice.Framework, "--definitions", _practice.Definitions, "--strata", "--format", "csv");
        Assert.Equal(
            [
                "stratum,title,group,condition,certainty,evaluability,reason,source",
                "age,Age,under 70,PAT_AGE < 70,found,complete,,Made up for tests",
                "age,Age,70 and over,everyone else,found,complete,,Made up for tests",
                "deprivation,Deprivation,1,deprivation-quintile as supplied,found,complete,,Made up for tests",
            ],
            csv.Lines.Take(4));
        Assert.Contains("missing,No codes,declined,NOTWANTED_DAT is present,found,not evaluable,no codes held for NOTWANTED_COD,Made up for tests", csv.Lines);

        var strata = Ran.Qof("frameworks", "show", TinyPractice.Framework, "--definitions", _practice.Definitions, "--strata");
        Assert.Contains("missing: No codes (found); not evaluable: no codes held for NOTWANTED_COD", strata.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_attributes_are_told_by_line_and_never_by_patient()
    {
        var file = _practice.Write("who.csv", "patient,deprivation_quintile\nnobody-1234,1\nachieved,6\nfrail,1\nfrail,2\n");

        var ran = _practice.Evaluate("--strata", "deprivation", "--attributes", file);

        Assert.Equal(2, ran.Code);
        Assert.Equal(
            [
                $"qof: {file}:2: the input has no such patient",
                $"qof: {file}:3: deprivation-quintile is '6', expected 1, 2, 3, 4, 5 or not known",
                $"qof: {file}:5: the patient of line 4 again",
            ],
            ran.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("there is no file", "--strata", "deprivation", "--attributes", "nowhere.csv")]
    [InlineData("--attributes needs --strata", "--attributes", "nowhere.csv")]
    [InlineData("has no stratum 'agee'; there are: age, deprivation, missing", "--strata", "agee")]
    public void What_cannot_be_done_is_refused(string expected, params string[] options)
    {
        var ran = _practice.Evaluate(options);

        Assert.NotEqual(0, ran.Code);
        Assert.Contains(expected == "there is no file" ? "nowhere.csv: no such file of attributes" : expected, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_practice.Out));
    }
}
