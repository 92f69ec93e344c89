using System.Text.Json.Nodes;

namespace QofFhir.Tests.Cli;

public sealed class PublishTests
{
    [Fact]
    public void A_framework_is_written_as_resources_texts_and_a_package()
    {
        using var practice = new TinyPractice();

        var ran = Publish(practice);

        Assert.True(ran.Code == 0, ran.Error);
        Assert.Equal(
            [
                "Library-QOF-T001-51.2.json", "Library-QOF-T002-51.2.json", "Library-QOFRecords-1.0.0.json", "Library-tiny-2026-27.json",
                "Measure-tiny-2026-27-t001.json", "Measure-tiny-2026-27-t002.json", "Measure-tiny-2026-27-t003.json",
                "QOFRecords.cql", "QOF_T001.cql", "QOF_T002.cql",
                "ValueSet-CARE-COD.json", "ValueSet-DIASTOLIC.json", "ValueSet-FRAIL-COD.json", "ValueSet-NOTWANTED-COD.json", "ValueSet-SICK-COD.json",
                "ValueSet-SYSTOLIC.json", "ValueSet-UNFIT-COD.json", "package.tgz",
            ],
            practice.Files("out").Keys);
        Assert.Contains("no rules yet, so its Measure is a draft): T003", ran.Output, StringComparison.Ordinal);
        Assert.Contains("attested by the practice, so it has no Measure): T004", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void What_has_no_elm_is_said_with_its_reason()
    {
        using var practice = new TinyPractice();

        var ran = Publish(practice, "--format", "csv");

        Assert.Contains("CQL only, without ELM (no translator is at hand; --translator names one): T001, T002", ran.Error, StringComparison.Ordinal);
        Assert.Equal("indicator,kind,library,library_version,elm,reason", ran.Lines[0]);
        Assert.StartsWith("T002,fraction,QOF_T002,51.2,false,no translator", ran.Lines[2], StringComparison.Ordinal);
        Assert.Single(Content(practice, "T002"));
    }

    [Fact]
    public void A_translator_that_is_named_is_asked_for_what_is_missing()
    {
        using var practice = new TinyPractice();
        var script = practice.Write("translate.mjs", """
            import { readdirSync, writeFileSync } from 'node:fs';
            const [from, to] = process.argv.slice(-2);
            for (const file of readdirSync(from)) writeFileSync(`${to}/${file.replace('.cql', '.json')}`, '{"library":{}}');
            """);

        var ran = Publish(practice, "--translator", script);

        Assert.Equal("", ran.Error);
        Assert.Equal(["text/cql", "application/elm+json"], Content(practice, "T002"));
    }

    [Fact]
    public void A_translator_that_fails_leaves_cql_and_its_last_word()
    {
        using var practice = new TinyPractice();
        var script = practice.Write("translate.mjs", "console.error('QOF_T002: line 3: no such thing'); process.exit(1);");

        var ran = Publish(practice, "--translator", script);

        Assert.Equal(0, ran.Code);
        Assert.Contains("the translator refused: QOF_T002: line 3: no such thing", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_publication_is_replaced_and_other_files_stay()
    {
        using var practice = new TinyPractice();
        practice.Write("out/Measure-of-mine.json", "mine, and no publication yet");
        practice.Write("out/notes.txt", "mine");
        Publish(practice);
        Assert.Equal("mine, and no publication yet", practice.Read("out/Measure-of-mine.json"));
        File.Delete(practice.At("out/Measure-of-mine.json"));
        practice.Write("defs/frameworks/tiny-2026-27.yaml", practice.Read("defs/frameworks/tiny-2026-27.yaml").Replace("T003", "T005", StringComparison.Ordinal));

        Publish(practice);

        Assert.False(File.Exists(practice.At("out/Measure-tiny-2026-27-t003.json")));
        Assert.True(File.Exists(practice.At("out/Measure-tiny-2026-27-t005.json")));
        Assert.Equal("mine", practice.Read("out/notes.txt"));
        Assert.Equal(["defs", "in", "out", "pack"], practice.Siblings());
    }

    [Fact]
    public void The_same_definitions_give_the_same_files()
    {
        using var practice = new TinyPractice();
        Publish(practice);
        var first = practice.Files("out");

        Publish(practice);

        Assert.Equal(first, practice.Files("out"));
    }

    [Fact]
    public void A_publication_with_sample_codes_says_so()
    {
        using var practice = new TinyPractice();

        var ran = Publish(practice, "--code-pack", practice.Pack);

        Assert.Contains("Sample codes are in use", ran.Output, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(practice.Read("out/ValueSet-NOTWANTED-COD.json"))!["experimental"]!);
    }

    [Theory]
    [InlineData(2, "--framework", "nothing")]
    [InlineData(3, "--translator", "nowhere.mjs")]
    [InlineData(3, "--definitions", "nowhere")]
    public void What_cannot_be_done_is_answered_by_its_code_and_writes_nothing(int code, string option, string value)
    {
        using var practice = new TinyPractice();
        string[] all = ["--framework", TinyPractice.Framework, "--definitions", practice.Definitions];
        var at = Array.IndexOf(all, option);
        string[] args = at < 0 ? [.. all, option, value] : [.. all[..(at + 1)], value, .. all[(at + 2)..]];

        Assert.Equal(code, Ran.Qof(["publish", .. args, "--out", practice.Out]).Code);
        Assert.False(Directory.Exists(practice.Out));
    }

    private static Ran Publish(TinyPractice practice, params string[] more) => Ran.Qof(
        ["publish", "--framework", TinyPractice.Framework, "--definitions", practice.Definitions, "--out", practice.Out, .. more]);

    private static IEnumerable<string> Content(TinyPractice practice, string indicator) =>
        JsonNode.Parse(practice.Read($"out/Library-QOF-{indicator}-51.2.json"))!["content"]!.AsArray().Select(c => (string)c!["contentType"]!);
}
