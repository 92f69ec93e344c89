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
}
