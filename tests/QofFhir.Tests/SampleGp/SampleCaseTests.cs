using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Definitions;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.Tests.House;

namespace QofFhir.Tests.SampleGp;

/// <summary>The whole way: generator, reader, rulesets, engine. Each case must come to what it is made to show.</summary>
public sealed class SampleCaseTests
{
    private static readonly DefinitionLibrary Definitions =
        DefinitionLibrary.Load(Repository.Root, Path.Combine(Repository.Root, "samples", "valuesets"));

    [Theory]
    [InlineData("qof-england-2019-20", 2020, new[] { "DM017", "DM019", "DM020", "DM021", "HYP001", "HYP003", "HYP007", "BP002" })]
    [InlineData("qof-england-2026-27", 2027, new[] { "DM020", "DM021", "DM036", "HYP010", "HYP011", "BP002" })]
    public void The_rules_make_of_every_case_what_it_is_made_to_show(string frameworkId, int yearEnd, string[] indicators)
    {
        var framework = Definitions.Framework(frameworkId);
        var achievementDate = new DateOnly(yearEnd, 3, 31);
        var records = Read(new PracticeRecipe(SamplePractice.CastSize, 1, achievementDate), Definitions.CodeIndex(framework));

        var result = Qof.Evaluate(framework, records, ServiceDates.Year(achievementDate));

        var outcomes = result.Indicators.SelectMany(i => i.Outcomes.Select(o => (Key: (records.Patient(o.Patient).Id, i.Indicator.Id), o.Outcome)))
            .ToDictionary(o => o.Key, o => o.Outcome);
        var expected = SamplePractice.Cases
            .SelectMany(c => c.Expected.Where(e => indicators.Contains(e.Indicator)).Select(e => (c.Id, Expected: e))).ToList();
        var found = expected.Select(e => (e.Id, Expected: As(e.Expected, outcomes.GetValueOrDefault((e.Id, e.Expected.Indicator)))));

        Assert.Equal(indicators.Order(), expected.Select(e => e.Expected.Indicator).Distinct().Order());
        Assert.Equal(expected, found);
    }

    /// <summary>A row without a label of its own is not compared by name.</summary>
    private static ExpectedOutcome As(ExpectedOutcome expected, Outcome? outcome) => new(
        expected.Indicator, outcome?.Name ?? "none", outcome is Outcome.Excluded or Outcome.Adjusted ? outcome.Row?.Name : null);

    private static PracticeRecords Read(PracticeRecipe recipe, CodeIndex codes)
    {
        using var folder = new TemporaryFolder();
        SamplePractice.Write(recipe, folder.Path);
        var reader = new RecordReader(codes);
        foreach (var file in InputFiles.Find([folder.Path]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file));
        }

        return reader.Finish().Records;
    }
}
