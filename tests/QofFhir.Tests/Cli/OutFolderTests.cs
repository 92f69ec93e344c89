using QofFhir.Cli.Evaluate;
using QofFhir.Cli.Output;

namespace QofFhir.Tests.Cli;

public sealed class OutFolderTests
{
    [Fact]
    public void A_run_that_ends_early_leaves_nothing_and_touches_nothing()
    {
        using var practice = new TinyPractice();
        practice.Write("out/outcomes.csv", "of an earlier run");

        using (var folder = new OutFolder(practice.Out, RunFiles.All))
        {
            using var file = folder.Create(RunFiles.Outcomes);
            file.Write("half"u8);
        }

        Assert.Equal("of an earlier run", Assert.Single(practice.Files("out")).Value);
        Assert.Equal(["defs", "in", "out", "pack"], practice.Siblings());
    }

    [Fact]
    public void A_failed_evaluation_leaves_the_files_of_the_last_good_one()
    {
        using var practice = new TinyPractice();
        practice.Evaluate();
        var good = practice.Files("out");
        practice.Write("in/practice.ndjson", "no JSON");

        Assert.Equal(3, practice.Evaluate().Code);

        Assert.Equal(good, practice.Files("out"));
        Assert.Equal(["defs", "in", "out", "pack"], practice.Siblings());
    }

    [Fact]
    public void Files_of_other_names_stay_and_ours_of_an_earlier_run_go()
    {
        using var practice = new TinyPractice();
        practice.Write("out/notes.txt", "mine");
        practice.Evaluate("--individual");

        practice.Evaluate();

        Assert.Equal("mine", practice.Read("out/notes.txt"));
        Assert.False(File.Exists(practice.At("out/individual-reports.ndjson")));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused_before_anything_is_read()
    {
        using var practice = new TinyPractice();
        practice.Write("out", "a file");

        var ran = practice.Evaluate();

        Assert.Equal(2, ran.Code);
        Assert.Contains("is a file, expected a folder", ran.Error, StringComparison.Ordinal);
        Assert.Equal("a file", practice.Read("out"));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_refused_before_anything_is_moved()
    {
        using var practice = new TinyPractice();
        practice.Write("out/outcomes.csv/x", "");

        Assert.Equal(2, practice.Evaluate().Code);
        Assert.Single(practice.Files("out"));
    }
}
