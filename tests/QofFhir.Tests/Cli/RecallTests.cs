using System.Text.Json.Nodes;
using QofFhir.Tests.Fhir.Writing;

namespace QofFhir.Tests.Cli;

public sealed class RecallTests
{
    [Fact]
    public void The_list_the_files_and_every_format_hold_the_same_patients()
    {
        using var practice = new TinyPractice();

        var table = Recall(practice, "--out", practice.Out);
        var csv = Recall(practice, "--format", "csv");
        var json = JsonNode.Parse(Recall(practice, "--format", "json").Output)!;

        Assert.Equal(0, table.Code);
        Assert.All(table.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.Contains(table.Lines, l => l.StartsWith("due-later ", StringComparison.Ordinal));
        Assert.Contains("3 patients to be recalled", table.Output, StringComparison.Ordinal);
        Assert.Equal(["recall-group.json", "recall-list.json", "recall-sittings.csv", "recall.csv"], practice.Files("out").Keys);
        Assert.Equal(practice.Read("out/recall.csv"), csv.Output);
        Assert.Equal(["old", "due-later", "new", "adjusted"], csv.Lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[0]));
        Assert.Equal(["old", "due-later", "new", "adjusted"], json["patients"]!.AsArray().Select(p => (string)p!["patient"]!));
        Assert.Equal(1, (int)json["counts"]!["decidedAgainst"]!);
        Assert.Equal(8, (int)json["counts"]!["listSize"]!);
        var (exit, output) = Validators.ValidateFiles(practice.At("out/recall-group.json"), practice.At("out/recall-list.json"));
        Assert.True(exit == 0, output);
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_guarded()
    {
        using var practice = new TinyPractice();
        practice.Write("in/practice.ndjson", practice.Read("in/practice.ndjson").Replace("2026-05-10", "2024-05-10", StringComparison.Ordinal));

        Assert.Contains(Recall(practice, "--format", "csv").Lines, l => l.StartsWith("'-dash,listed,5,", StringComparison.Ordinal));
    }

    [Fact]
    public void Outcomes_annotate_and_who_is_booked_is_apart()
    {
        using var practice = new TinyPractice();
        var file = practice.Write("outcomes.csv", "until,patient,on,outcome,method\n2026-12-24,new,2026-11-29,booked,app\n,due-later,2026-11-28,declined,letter\n");

        var json = JsonNode.Parse(Recall(practice, "--format", "json", "--outcomes", file).Output)!;
        var lists = json["patients"]!.AsArray().ToDictionary(p => (string)p!["patient"]!, p => p!);
        Assert.Equal(("booked", "2026-12-24"), ((string)lists["new"]["list"]!, (string)lists["new"]["bookedFor"]!));
        Assert.Contains("until then the care counts as outstanding", (string)lists["due-later"]["notes"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_of_outcomes_are_said_at_once_with_their_lines_and_no_patient()
    {
        using var practice = new TinyPractice();
        var file = practice.Write("outcomes.csv", """
            patient,on,outcome,method
            secret-1,2026-11-01,invited,letter
            new,01/11/2026,called,letter
            new,2026-12-01,invited,pigeon
            new,2026-11-01,booked,app
            new,2026-11-01
            """);

        var ran = Recall(practice, "--outcomes", file);

        Assert.Equal(2, ran.Code);
        Assert.Equal(
            [
                $"qof: {file}:2:1: PATIENT is nobody of these records.",
                $"qof: {file}:3:2: ON is no day YYYY-MM-DD.",
                $"qof: {file}:3:3: OUTCOME is none of invited, booked, attended, did-not-attend, declined, not-reached.",
                $"qof: {file}:4:2: ON is after today.",
                $"qof: {file}:4:4: METHOD is none of letter, text-message, telephone, email, app, in-person, other.",
                $"qof: {file}:5:3: OUTCOME is booked: a column UNTIL with the day of the appointment is needed.",
                $"qof: {file}:6:1: The row has more or fewer cells than the first line, which has 4.",
            ],
            ran.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("--by", "age", "'age' is no order: --by expects birth-month, lapse, most")]
    [InlineData("--birth-month", "13", "'13' is no month")]
    [InlineData("--indicator", "T009,T001", "tiny-2026-27 has no indicator 'T009' that asks for care")]
    [InlineData("--state", "done", "'done' is no state")]
    [InlineData("--sitting", "tea", "there is no sitting 'tea'")]
    [InlineData("--horizon", "900d", "at most 800 days")]
    [InlineData("--outcomes", "nowhere.csv", "nowhere.csv: no such file of outcomes")]
    public void What_does_not_exist_is_refused_with_what_does(string option, string value, string said)
    {
        using var practice = new TinyPractice();

        var ran = Recall(practice, option, value);

        Assert.NotEqual(0, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17w", "old new adjusted")]
    [InlineData("121d", "old due-later new adjusted")]
    [InlineData("18w", "old due-later new adjusted")]
    public void The_horizon_is_told_in_days_or_weeks(string horizon, string listed)
    {
        using var practice = new TinyPractice();

        Assert.Equal(listed.Split(' '), Recall(practice, "--format", "csv", "--horizon", horizon).Lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[0]));
    }

    private static Ran Recall(TinyPractice practice, params string[] more) => Ran.Qof(
        ["recall", practice.Input, "--framework", TinyPractice.Framework, "--today", TinyPractice.Day, "--definitions", practice.Definitions, .. more.Contains("--horizon") ? more : ["--horizon", "180d", .. more]]);
}
