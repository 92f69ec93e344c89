namespace QofFhir.Tests.Cli;

public sealed class AttestationTests
{
    [Theory]
    [InlineData("yes", "5 of 5")]
    [InlineData("TRUE", "5 of 5")]
    [InlineData("no", "0 of 5")]
    [InlineData("false", "0 of 5")]
    public void A_declared_indicator_earns_its_points_or_none(string declared, string points)
    {
        using var practice = new TinyPractice();
        var file = practice.Write("answers.csv", $"indicator,declared,by,on\nT004,{declared},\"Surgery, The\",2026-11-01\n");

        var ran = practice.Evaluate("--attestations", file);

        Assert.Equal(0, ran.Code);
        Assert.Contains(ran.Lines, l => l.StartsWith("T004", StringComparison.Ordinal) && l.Contains(points, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_declared_it_and_when_is_told_in_every_form()
    {
        using var practice = new TinyPractice();
        var file = practice.Write("answers.csv", "indicator,declared,by,on\nT004,no,\"Surgery, The\",2026-11-01\n");

        Assert.Contains("  declared no by Surgery, The, 1 November 2026", practice.Evaluate("--attestations", file).Lines);
        Directory.Delete(practice.Out, recursive: true);
        Assert.EndsWith(",no,\"Surgery, The\",2026-11-01", practice.Evaluate("--attestations", file, "--format", "csv").Lines[4], StringComparison.Ordinal);
        Directory.Delete(practice.Out, recursive: true);
        var json = System.Text.Json.JsonDocument.Parse(practice.Evaluate("--attestations", file, "--format", "json").Output).RootElement.GetProperty("indicators")[3];
        Assert.Equal(
            ("no", "Surgery, The", "2026-11-01"),
            (json.GetProperty("declared").GetString(), json.GetProperty("declaredBy").GetString(), json.GetProperty("declaredOn").GetString()));
    }

    [Theory]
    [InlineData("table", "  not declared (--attestations): 5 points")]
    [InlineData("json", "\"declared\": \"not declared\"")]
    public void What_nobody_answered_reads_not_declared(string format, string expected)
    {
        using var practice = new TinyPractice();

        Assert.Contains(expected, practice.Evaluate("--format", format).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_said_at_once_with_their_lines()
    {
        using var practice = new TinyPractice();
        var file = practice.Write("answers.csv", """
            by,indicator,declared,on
            Ann,T999,yes,2026-11-01
            Ann,T002,yes,2026-11-01
            ,T004,perhaps,01/11/2026
            Ann,T004,yes,2026-11-01
            Ann,T004,no,2026-11-02
            Ann,T004
            "Ann,T004,yes,2026-11-01
            """);

        var ran = practice.Evaluate("--attestations", file);

        Assert.Equal(2, ran.Code);
        Assert.Equal(
            [
                $"qof: {file}:2: tiny-2026-27 has no indicator 'T999'",
                $"qof: {file}:3: T002 is counted from records, not attested",
                $"qof: {file}:4: declared is 'perhaps', expected yes, no, true or false",
                $"qof: {file}:4: by is empty: who declares it?",
                $"qof: {file}:4: on is '01/11/2026', expected a date YYYY-MM-DD",
                $"qof: {file}:6: T004 has an answer above already",
                $"qof: {file}:7: 2 cells where the columns want 4",
                $"qof: {file}:8: a quotation mark is not closed",
            ],
            ran.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(practice.Out));
    }

    [Theory]
    [InlineData("", "answers.csv:1: empty")]
    [InlineData("indicator,declared,by\n", "answers.csv:1: the first line names the columns")]
    public void A_file_without_its_columns_is_refused(string text, string expected)
    {
        using var practice = new TinyPractice();

        var ran = practice.Evaluate("--attestations", practice.Write("answers.csv", text));

        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var practice = new TinyPractice();

        var ran = practice.Evaluate("--attestations", practice.At("nowhere.csv"));

        Assert.Equal(3, ran.Code);
        Assert.Contains("nowhere.csv: no such file of attestations", ran.Error, StringComparison.Ordinal);
    }
}
