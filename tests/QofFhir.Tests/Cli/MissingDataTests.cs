using QofFhir.Cli;
using QofFhir.Extraction;

namespace QofFhir.Tests.Cli;

/// <summary>What an extraction says that it lacks is heeded when its files are evaluated.</summary>
public sealed class MissingDataTests
{
    [Fact]
    public void What_rests_on_missing_data_is_not_evaluated_and_the_reason_is_told()
    {
        using var practice = new TinyPractice();
        Record(new MissingData("Condition", "the server could not export all of it")).Write(practice.Input);

        var ran = practice.Evaluate();

        Assert.Equal((int)ExitCode.Incomplete, ran.Code);
        Assert.Contains("0 of the framework's 26 points evaluated; 0 earned", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Condition: the server could not export all of it", ran.Output.ReplaceLineEndings(" ").Replace("    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"Condition: the server could not export all of it\"", practice.Read("out/run.json"), StringComparison.Ordinal);
        Assert.Equal("patient,indicator,outcome,row,reason,counts_against_practice,care_outstanding,due_for_year,clinically_due,lapses_on\n", practice.Read("out/outcomes.csv"));
    }

    [Fact]
    public void What_does_not_rest_on_it_is_evaluated_as_ever()
    {
        using var practice = new TinyPractice();
        Record(new MissingData("MedicationRequest", "lost")).Write(practice.Input);

        var ran = practice.Evaluate();

        Assert.Equal((int)ExitCode.Incomplete, ran.Code);
        Assert.Contains("14 of the framework's 26 points evaluated; 11.5 earned", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_is_heeded_beside_files_that_are_named_one_by_one_and_is_no_input_itself()
    {
        using var practice = new TinyPractice();
        Record(new MissingData(null, "lost")).Write(practice.Input);

        var ran = Ran.Qof(
            "evaluate", Path.Combine(practice.Input, "practice.ndjson"), Path.Combine(practice.Input, ExtractionRecord.FileName), "--framework", TinyPractice.Framework,
            "--achievement-date", TinyPractice.Day, "--definitions", practice.Definitions, "--out", practice.Out);

        Assert.Equal((int)ExitCode.Incomplete, ran.Code);
        Assert.Contains("0 of the framework's 26 points evaluated", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ExtractionRecord.FileName, practice.Read("out/run.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_extraction_changes_nothing()
    {
        using var practice = new TinyPractice();
        var without = practice.Evaluate().Output;
        practice.Evaluate();
        Record().Write(practice.Input);
        Directory.Delete(practice.Out, recursive: true);

        var ran = practice.Evaluate();

        Assert.Equal((0, without), (ran.Code, ran.Output));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"missing\":null}")]
    [InlineData("null")]
    public void A_record_that_cannot_be_read_stops_the_evaluation(string text)
    {
        using var practice = new TinyPractice();
        practice.Write("in/" + ExtractionRecord.FileName, text);

        var ran = practice.Evaluate();

        Assert.Equal((int)ExitCode.Files, ran.Code);
        Assert.Contains("extract again", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        using var practice = new TinyPractice();
        var written = new ExtractionRecord(
            "https://gp.example/fhir", ExtractionMode.Bulk, new DateTimeOffset(2026, 11, 1, 2, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 30, 2, 0, 0, TimeSpan.Zero),
            new Dictionary<string, int> { ["Patient"] = 9 }, [new MissingData("Flag", "lost"), new MissingData(null, "lost")], ["w"], ["n"]);
        written.Write(practice.Input);
        var read = ExtractionRecord.Read(practice.Input)!;
        Assert.Equal((written.Base, written.Mode, written.Since, written.TransactionTime), (read.Base, read.Mode, read.Since, read.TransactionTime));
        Assert.Equal(written.Counts, read.Counts);
        Assert.Equal(written.Missing, read.Missing);
        Assert.Equal([.. written.Missing, new MissingData(null, "only what changed since 2026-11-01T02:00:00Z was extracted")], read.Lacking);
        Assert.Equal(["w", "n"], [.. read.Warnings, .. read.NotHonoured]);
    }

    [Fact]
    public void A_password_in_the_address_does_not_come_into_the_record() =>
        Assert.Equal("https://gp.example/fhir", new FhirEndpoint(new Uri("https://me:secret@gp.example/fhir?key=secret")).ToString());

    private static ExtractionRecord Record(params MissingData[] missing) => new(
        "https://gp.example/fhir", ExtractionMode.Bulk, null, null, new Dictionary<string, int>(), missing, [], []);
}
