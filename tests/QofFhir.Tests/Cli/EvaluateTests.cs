using System.Text.Json;

namespace QofFhir.Tests.Cli;

public sealed class EvaluateTests
{
    [Fact]
    public void Outcomes_are_one_line_a_patient_and_indicator_with_the_row_that_decided()
    {
        using var practice = new TinyPractice();

        var ran = practice.Evaluate();

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(
            """
            patient,indicator,outcome,row,reason,counts_against_practice,care_outstanding,due_for_year,clinically_due,lapses_on
            '-dash,T001,on-register,,,false,false,false,not-applicable,
            achieved,T001,on-register,,,false,false,false,not-applicable,
            adjusted,T001,on-register,,,false,false,false,not-applicable,
            due-later,T001,on-register,,,false,false,false,not-applicable,
            frail,T001,on-register,,,false,false,false,not-applicable,
            new,T001,on-register,,,false,false,false,not-applicable,
            old,T001,on-register,,,false,false,false,not-applicable,
            '-dash,T002,achieved,achieve,,false,false,false,up-to-date,2027-05-10
            achieved,T002,achieved,achieve,,false,false,false,up-to-date,2027-04-01
            adjusted,T002,adjusted,UNFIT,unsuitable,false,true,true,due,
            due-later,T002,outstanding,,,true,true,true,up-to-date,2027-03-31
            frail,T002,excluded,FRAIL,,false,false,false,not-applicable,
            new,T002,adjusted,REG1_DAT3,newly-registered,false,true,true,due,
            old,T002,outstanding,owe,,true,true,true,due,

            """.ReplaceLineEndings("\n"),
            practice.Read("out/outcomes.csv"));
    }

    [Fact]
    public void The_table_fits_80_columns_and_says_what_was_evaluated_and_what_was_not()
    {
        using var practice = new TinyPractice();

        var ran = practice.Evaluate();

        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.DoesNotContain('\u001b', ran.Output);
        Assert.Contains(ran.Lines, l => Words(l) == "T001 7 4 of 4 complete");
        Assert.Contains(ran.Lines, l => Words(l) == "T002 7 4 2 2 50.0 7.5 of 10~? incomplete");
        Assert.Contains("~ provisional", ran.Output, StringComparison.Ordinal);
        Assert.Contains("? points or thresholds are recalled", ran.Output, StringComparison.Ordinal);
        Assert.Contains("no rules yet: 7 points\n    T003", ran.Output, StringComparison.Ordinal);
        Assert.Contains("not declared (--attestations): 5 points\n    T004", ran.Output, StringComparison.Ordinal);
        Assert.Contains("14 of the framework's 26 points evaluated; 11.5 earned", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_asked_for_is_written()
    {
        using var practice = new TinyPractice();

        practice.Evaluate();
        Assert.Equal(["measure-reports.ndjson", "outcomes.csv", "problems.ndjson", "run.json"], practice.Files("out").Keys);

        practice.Evaluate("--individual", "--subject-list");
        Assert.Equal(
            ["individual-reports.ndjson", "measure-reports.ndjson", "outcomes.csv", "problems.ndjson", "run.json", "subject-lists.ndjson"],
            practice.Files("out").Keys);
        Assert.Equal(14, practice.Files("out")["individual-reports.ndjson"].Count(c => c == '\n'));
    }

    [Fact]
    public void There_is_a_summary_report_for_each_counted_indicator_and_none_for_an_attested_one()
    {
        using var practice = new TinyPractice();

        practice.Evaluate();

        var ids = practice.Read("out/measure-reports.ndjson").TrimEnd('\n').Split('\n')
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("group")[0].GetProperty("code").GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal(["T001", "T002", "T003"], ids);
    }

    [Theory]
    [InlineData("adjusted", "Condition/adjusted-1 Condition/adjusted-2")]
    [InlineData("-dash", "Condition/-dash-1 Condition/-dash-2")]
    [InlineData("due-later", "Condition/due-later-1")]
    public void An_individual_report_names_the_resources_behind_the_outcome(string patient, string expected)
    {
        using var practice = new TinyPractice();

        practice.Evaluate("--individual");

        var report = practice.Read("out/individual-reports.ndjson").TrimEnd('\n').Split('\n')
            .Select(l => JsonDocument.Parse(l).RootElement)
            .Single(r => r.GetProperty("subject").GetProperty("reference").GetString() == $"Patient/{patient}"
                && r.GetProperty("group")[0].GetProperty("code").GetProperty("coding")[0].GetProperty("code").GetString() == "T002");
        Assert.Equal(
            expected.Split(' '),
            report.GetProperty("evaluatedResource").EnumerateArray().Select(r => r.GetProperty("reference").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_record_of_the_run_adds_up_and_names_its_inputs()
    {
        using var practice = new TinyPractice();

        practice.Evaluate();

        var run = JsonDocument.Parse(practice.Read("out/run.json")).RootElement;
        var counts = run.GetProperty("counts");
        Assert.Equal(counts.GetProperty("in").GetInt32(), counts.GetProperty("accepted").GetInt32() + counts.GetProperty("rejected").GetInt32());
        Assert.Equal(1, counts.GetProperty("rejected").GetInt32());
        Assert.All(counts.GetProperty("types").EnumerateArray(), t => Assert.Equal(
            t.GetProperty("in").GetInt32(), t.GetProperty("accepted").GetInt32() + t.GetProperty("rejected").GetInt32()));
        var file = Assert.Single(run.GetProperty("inputs").EnumerateArray());
        var bytes = File.ReadAllBytes(practice.At("in/practice.ndjson"));
        Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        Assert.Equal("51.2", run.GetProperty("framework").GetProperty("rules").GetString());
        Assert.Equal("2026-12-01T12:00:00Z", run.GetProperty("computedAt").GetString());
        Assert.Equal(8, run.GetProperty("listSize").GetInt32());
        Assert.Equal(11.5m, run.GetProperty("points").GetProperty("earned").GetDecimal());
        Assert.Equal(5, run.GetProperty("valueSets").GetArrayLength());
    }

    [Fact]
    public void A_rejected_resource_is_a_problem_and_costs_no_other()
    {
        using var practice = new TinyPractice();

        practice.Evaluate();

        var line = Assert.Single(practice.Read("out/problems.ndjson").TrimEnd('\n').Split('\n'));
        var outcome = JsonDocument.Parse(line).RootElement;
        Assert.Equal("OperationOutcome", outcome.GetProperty("resourceType").GetString());
        Assert.DoesNotContain("unborn", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        using var practice = new TinyPractice();

        practice.Evaluate("--individual", "--subject-list");
        var first = practice.Files("out");
        practice.Evaluate("--individual", "--subject-list");

        Assert.Equal(first, practice.Files("out"));
    }

    [Fact]
    public void An_achievement_date_outside_the_frameworks_year_is_evaluated_and_said()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof(
            "evaluate", practice.Input, "--framework", TinyPractice.Framework, "--achievement-date", "2026-03-31", "--definitions",
            practice.Definitions, "--out", practice.Out);

        Assert.Equal(0, ran.Code);
        Assert.Contains("31 March 2026 lies outside the year", ran.Output.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("lies outside the year", practice.Read("out/run.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_registration_data_everyone_alive_counts_and_it_is_said()
    {
        using var practice = new TinyPractice();
        practice.Write("in/practice.ndjson", string.Join('\n', practice.Read("in/practice.ndjson").Split('\n').Where(l => !l.Contains("EpisodeOfCare", StringComparison.Ordinal))));

        var ran = practice.Evaluate("--practice", "B12345");

        Assert.Contains("no registration data", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Practice B12345: 9 on the list", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"registration\": \"none-recorded\"", practice.Read("out/run.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A99999", 8)]
    [InlineData("B12345", 0)]
    public void With_a_practice_only_those_registered_there_count(string practiceCode, int listSize)
    {
        using var practice = new TinyPractice();

        var ran = practice.Evaluate("--practice", practiceCode);

        Assert.Equal(0, ran.Code);
        Assert.Contains($"Practice {practiceCode}: {listSize} on the list", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_patients_give_zero_counts_and_no_error()
    {
        using var practice = new TinyPractice();
        practice.Write("in/practice.ndjson", """{"resourceType":"Organization","id":"o"}""");

        var ran = practice.Evaluate();

        Assert.Equal(0, ran.Code);
        Assert.Single(practice.Read("out/outcomes.csv").TrimEnd('\n').Split('\n'));
        Assert.Contains(ran.Lines, l => Words(l) == "T002 0 0 0 0 none of 10 ? incomplete");
    }

    [Fact]
    public void A_json_pipe_gets_nothing_but_json()
    {
        using var practice = new TinyPractice();
        practice.Write("in/practice.ndjson", """{"resourceType":"Organization","id":"o"}""");

        var ran = practice.Evaluate("--format", "json");

        var json = JsonDocument.Parse(ran.Output).RootElement;
        Assert.Equal(26m, json.GetProperty("pointsAvailable").GetDecimal());
        Assert.Equal(4, json.GetProperty("indicators").GetArrayLength());
        Assert.Equal("no rules yet", json.GetProperty("indicators")[2].GetProperty("reason").GetString());
        Assert.Contains("warning: ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_pipe_gets_every_indicator_of_the_framework()
    {
        using var practice = new TinyPractice();

        var ran = practice.Evaluate("--format", "csv");

        Assert.Equal(
            """
            indicator,title,kind,register,exclusions,denominator,pca,numerator,percentage,points,points_available,provisional,points_certainty,threshold_certainty,rules_certainty,evaluability,reason,declared,declared_by,declared_on
            T001,Register of the sick,register,7,,,,,,4,4,false,found,,found,complete,,,,
            """.ReplaceLineEndings("\n"),
            string.Join('\n', ran.Lines[..2]));
        Assert.StartsWith("T002,Sick: care in 12 months,fraction,7,1,4,2,2,50,7.5,10,true,found,recalled,found,incomplete,", ran.Lines[2], StringComparison.Ordinal);
        Assert.Equal("T003,Sick: something that nobody wrote rules for,fraction,,,,,,,,7,false,found,found,not evaluable,no rules yet,,,", ran.Lines[3]);
        Assert.EndsWith(",complete,,not declared,,", ran.Lines[4], StringComparison.Ordinal);
    }

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    public void An_input_without_any_resource_is_an_error_and_nothing_is_written(string text)
    {
        using var practice = new TinyPractice();
        practice.Write("in.json", text);

        var ran = Ran.Qof("evaluate", practice.At("in.json"), "--framework", "qof-england-2026-27", "--achievement-date", "2026-11-30", "--out", practice.At("none"));

        Assert.Equal(3, ran.Code);
        Assert.Contains("in.json:1", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(practice.At("none")));
    }

    [Fact]
    public void A_servers_remark_is_no_warning()
    {
        using var practice = new TinyPractice();
        practice.Write("in.json", """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]}""");

        var ran = Ran.Qof("evaluate", practice.At("in.json"), "--framework", "qof-england-2026-27", "--achievement-date", "2026-11-30", "--out", practice.Out);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
    }
}
