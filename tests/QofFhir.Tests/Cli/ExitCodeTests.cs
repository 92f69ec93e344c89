using QofFhir.Cli;

namespace QofFhir.Tests.Cli;

public sealed class ExitCodeTests
{
    [Fact]
    public void Help_lists_every_exit_code()
    {
        var help = Ran.Qof("--help");

        Assert.Equal(0, help.Code);
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains(help.Lines, l => l.StartsWith($"  {(int)code} ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("check")]
    [InlineData("extract")]
    [InlineData("probe")]
    [InlineData("frameworks")]
    [InlineData("frameworks show")]
    [InlineData("rules")]
    [InlineData("rules check")]
    [InlineData("valuesets")]
    [InlineData("valuesets import")]
    [InlineData("valuesets expand")]
    [InlineData("synth")]
    [InlineData("qi")]
    [InlineData("qi plan")]
    [InlineData("qi baseline")]
    [InlineData("qi measure")]
    [InlineData("qi put")]
    [InlineData("qi remove")]
    [InlineData("qi declare")]
    [InlineData("qi chart")]
    [InlineData("qi patients")]
    [InlineData("qi network")]
    [InlineData("qi send-module")]
    [InlineData("payment")]
    [InlineData("payment statement")]
    [InlineData("payment again")]
    [InlineData("payment factors")]
    [InlineData("peers")]
    public void Help_of_every_command_teaches_by_an_example(string command)
    {
        var help = Ran.Qof([.. command.Split(' '), "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains($"Example:\n  qof {command}", help.Output, StringComparison.Ordinal);
        Assert.All(help.Lines, l => Assert.True(l.Length <= 100, l));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rules")]
    [InlineData("valuesets")]
    public void A_group_without_its_command_shows_help(string group)
    {
        var ran = Ran.Qof(group.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, ran.Code);
        Assert.Contains("Commands:", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("evaluate in --nonsense")]
    [InlineData("evaluate")]
    [InlineData("synth --out x --patients many")]
    [InlineData("synth --out x --patients -1")]
    [InlineData("frameworks --format xml")]
    [InlineData("explain in --format csv --patient p --indicator I --framework f --achievement-date 2026-11-30")]
    public void A_command_line_that_cannot_be_understood_is_2_and_points_to_help(string line)
    {
        var ran = Ran.Qof(line.Split(' '));

        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains("--help` shows what it takes", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("30/11/2026")]
    [InlineData("2026-1-1")]
    [InlineData("today")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_bad_date_says_the_form_that_is_expected(string date)
    {
        var ran = Ran.Qof("evaluate", "in", "--framework", "f", "--achievement-date", date, "--out", "out");

        Assert.Equal(2, ran.Code);
        Assert.Contains($"'{date}' is no date: --achievement-date expects YYYY-MM-DD", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_framework_is_2_and_lists_the_known()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof(
            "evaluate", practice.Input, "--framework", "qof-mars", "--achievement-date", TinyPractice.Day, "--definitions",
            practice.Definitions, "--out", practice.Out);

        Assert.Equal(2, ran.Code);
        Assert.Contains("there is no framework 'qof-mars'; there are: tiny-2026-27", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_input_is_3_and_named()
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("check", practice.At("nowhere"), "--definitions", practice.Definitions);

        Assert.Equal((3, ""), (ran.Code, ran.Output));
        Assert.Contains(practice.At("nowhere"), ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no JSON")]
    public void An_input_of_which_nothing_can_be_read_is_3_and_named(string text)
    {
        using var practice = new TinyPractice();
        practice.Write("in/practice.ndjson", text);

        var ran = practice.Evaluate();

        Assert.Equal(3, ran.Code);
        Assert.Contains("practice.ndjson", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(practice.Out));
    }

    [Fact]
    public void A_damaged_file_beside_a_whole_one_is_6_and_the_whole_one_counts()
    {
        using var practice = new TinyPractice();
        File.WriteAllBytes(practice.At("in/more.ndjson.gz"), [0x1f, 0x8b, 8, 0, 0, 0]);

        var ran = practice.Evaluate();

        Assert.Equal(6, ran.Code);
        Assert.Contains("every number may be too small", ran.Output, StringComparison.Ordinal);
        Assert.Contains("warning: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("more.ndjson.gz", ran.Error, StringComparison.Ordinal);
        Assert.Contains("achieved,T002,achieved", practice.Read("out/outcomes.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_with_mistakes_are_4_with_every_place()
    {
        using var practice = new TinyPractice();
        practice.Write("defs/rulesets/TINY.yaml", practice.Read("defs/rulesets/TINY.yaml")
            .Replace("FRAIL_DAT is present", "FRIAL_DAT is present", StringComparison.Ordinal)
            .Replace("CARE_DAT > PPED", "CARE_DAT >> PPED", StringComparison.Ordinal));

        var ran = practice.Evaluate();

        Assert.Equal(4, ran.Code);
        Assert.Contains("TINY.yaml:19:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("TINY.yaml:20:", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(practice.Out));
    }

    [Fact]
    public void Sample_codes_on_other_data_are_refused_with_5()
    {
        using var practice = new TinyPractice();

        Assert.Equal(5, practice.Evaluate("--code-pack", practice.Pack).Code);
        Assert.False(Directory.Exists(practice.Out));
        Assert.Contains("refused: the code pack holds sample codes", practice.Explain("old", "T002", "--code-pack", practice.Pack).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_codes_on_sample_data_count_and_are_said()
    {
        using var practice = new TinyPractice();
        practice.Write("in/practice.ndjson", practice.Read("in/practice.ndjson").Replace(
            "\"resourceType\":\"Patient\",",
            "\"resourceType\":\"Patient\",\"meta\":{\"tag\":[{\"system\":\"https://qoffhir.example.org/fhir/CodeSystem/tag\",\"code\":\"sample\"}]},",
            StringComparison.Ordinal));

        var ran = practice.Evaluate("--code-pack", practice.Pack);

        Assert.Equal(0, ran.Code);
        Assert.Contains("! Sample codes are in use", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"sampleCodes\": true", practice.Read("out/run.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--definitions")]
    [InlineData("--code-pack")]
    public void A_missing_folder_of_definitions_is_3_and_named(string option)
    {
        using var practice = new TinyPractice();

        var ran = Ran.Qof("frameworks", option, practice.At("nowhere"));

        Assert.Equal(3, ran.Code);
        Assert.Contains($"{practice.At("nowhere")}: no such folder", ran.Error, StringComparison.Ordinal);
    }
}
