namespace QofFhir.Tests.Cli;

public sealed class SynthTests
{
    [Fact]
    public void The_same_seed_gives_the_same_practice()
    {
        using var practice = new TinyPractice();

        Assert.Equal(0, Ran.Qof("synth", "--patients", "30", "--seed", "7", "--out", practice.At("one")).Code);
        Assert.Equal(0, Ran.Qof("synth", "--patients", "30", "--seed", "7", "--out", practice.At("two")).Code);

        Assert.Equal(practice.Files("one"), practice.Files("two"));
        Assert.Equal(30, practice.Read("one/Patient.ndjson").Count(c => c == '\n'));
    }

    [Fact]
    public void A_synthetic_practice_can_be_evaluated()
    {
        using var practice = new TinyPractice();
        Ran.Qof("synth", "--patients", "150", "--out", practice.At("gp"));

        var ran = Ran.Qof(
            "evaluate", practice.At("gp"), "--framework", "qof-england-2026-27", "--achievement-date", "2026-11-30", "--out", practice.Out);

        Assert.Equal(0, ran.Code);
        var outcomes = practice.Read("out/outcomes.csv");
        Assert.All(new[] { "excluded", "achieved", "adjusted", "outstanding" }, o => Assert.Contains($",DM020,{o},", outcomes, StringComparison.Ordinal));
    }

    [Fact]
    public void A_practice_holds_no_empty_file_and_none_of_the_practice_before_it()
    {
        using var practice = new TinyPractice();
        Ran.Qof("synth", "--patients", "150", "--out", practice.At("gp"));
        Ran.Qof("synth", "--patients", "1", "--out", practice.At("gp"));

        Assert.All(Directory.GetFiles(practice.At("gp")), f => Assert.NotEqual(0, new FileInfo(f).Length));
        Assert.False(File.Exists(Path.Combine(practice.At("gp"), "MedicationRequest.ndjson")));
    }

    [Fact]
    public void The_day_and_the_practice_can_be_chosen()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("synth", "--patients", "30", "--achievement-date", "2020-03-31", "--practice", "B12345", "--out", practice.At("gp"));

        Assert.Equal(0, ran.Code);
        Assert.Contains("as on 31 March 2020", string.Join(' ', ran.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("B12345", practice.Read("gp/EpisodeOfCare.ndjson") + practice.Read("gp/Organization.ndjson"), StringComparison.Ordinal);
    }

    [Fact]
    public void Edge_patients_come_with_a_report_of_what_they_reach()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("synth", "--edges", "--framework", "qof-england-2026-27", "--indicator", "BP002", "--out", practice.At("edges"));

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("BP002,2 achieve,", practice.Read("edges/coverage.csv"), StringComparison.Ordinal);
        Assert.Equal(practice.Read("edges/Patient.ndjson").Count(c => c == '\n'), practice.Read("edges/patients.csv").Count(c => c == '\n') - 1);
        Assert.Equal(0, Ran.Qof("evaluate", practice.At("edges"), "--framework", "qof-england-2026-27", "--achievement-date", "2027-03-31", "--out", practice.Out).Code);
    }

    [Theory]
    [InlineData("--framework", "none")]
    [InlineData("--indicator", "NONE")]
    [InlineData("--achievement-date", "2026-03-31")]
    public void Edges_of_what_there_is_not_are_refused(string option, string value)
    {
        using var practice = new TinyPractice();
        string[] framework = option == "--framework" ? [] : ["--framework", "qof-england-2026-27"];
        Assert.Equal(2, Ran.Qof(["synth", "--edges", .. framework, option, value, "--out", practice.At("edges")]).Code);
    }

    [Theory]
    [InlineData("--practice", "B 1")]
    [InlineData("--achievement-date", "1999-12-31")]
    public void What_cannot_be_made_is_said(string option, string value)
    {
        using var practice = new TinyPractice();
        Assert.Equal(2, Ran.Qof("synth", option, value, "--out", practice.At("gp")).Code);
        Assert.False(Directory.Exists(practice.At("gp")));
    }
}
