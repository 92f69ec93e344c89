using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Definitions;
using QofFhir.Extraction;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.Tests.SampleGp;

namespace QofFhir.Tests.Extraction;

/// <summary>Whatever the sample GP system does wrong: the run fails, or the result is that of the files themselves.</summary>
public sealed class SampleGpFaultTests
{
    private static readonly DefinitionLibrary Library = DefinitionLibrary.Load(
        DefinitionLibrary.DefaultRoot, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets"));

    private static readonly Framework Framework = Library.Framework("qof-england-2026-27");

    private static readonly string[] FromFiles = Evaluated(SamplePractice.Folder);

    public static TheoryData<string, SampleGpFaultPlan> Faults => new()
    {
        { "none", new SampleGpFaultPlan() },
        { "ignores codes", new SampleGpFaultPlan { IgnoreCode = true } },
        { "ignores codes silently", new SampleGpFaultPlan { IgnoreCode = true, IgnoreCodeSilently = true } },
        { "refuses value sets", new SampleGpFaultPlan { RefuseIn = true } },
        { "repeats across pages", new SampleGpFaultPlan { DuplicateAcrossPages = true } },
        { "breaks JSON", new SampleGpFaultPlan { BrokenJson = 2 } },
        { "throttles", new SampleGpFaultPlan { TooManyRequests = 3, RetryAfterSeconds = 2 } },
        { "is away for a moment", new SampleGpFaultPlan { Unavailable = 3 } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_result_is_that_of_the_files(string fault, SampleGpFaultPlan plan)
    {
        Assert.NotEmpty(fault);
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        gp.Faults.Plan = plan;
        using var temporary = new TemporaryFolder();
        var folder = Path.Combine(temporary.Path, "run");
        using var http = SearchExtraction.NewClient();
        var extraction = new SearchExtraction(
            http, new FhirEndpoint(gp.BaseUrl), new ExtractionSettings(), new InstantClock(DateTimeOffset.UnixEpoch), new Random(1));
        await extraction.Run(PracticeQueries.For(Framework.Plan, c => "http://vs/" + c.Name), folder, default);
        Assert.Equal(FromFiles, Evaluated(folder));
    }

    [Theory]
    [InlineData(WrongNext.SamePage, "circle")]
    [InlineData(WrongNext.Gone, "HTTP 410")]
    [InlineData(WrongNext.OtherHost, "another server")]
    [InlineData(WrongNext.Missing, "ended too early")]
    public async Task Paging_that_goes_wrong_ends_the_extraction_with_the_reason(WrongNext next, string reason)
    {
        await using var gp = await SampleGpServer.StartAsync(new SampleGpSettings(SamplePractice.Folder));
        gp.Faults.Plan = new SampleGpFaultPlan { WrongNext = next };
        using var temporary = new TemporaryFolder();
        var folder = Path.Combine(temporary.Path, "run");
        using var http = SearchExtraction.NewClient();
        var extraction = new SearchExtraction(
            http, new FhirEndpoint(gp.BaseUrl), new ExtractionSettings(), new InstantClock(DateTimeOffset.UnixEpoch), new Random(1));
        var fault = await Assert.ThrowsAsync<ExtractionException>(() => extraction.Run([new TypeQuery("Patient")], folder, default));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    private static string[] Evaluated(string folder)
    {
        var reader = new RecordReader(Library.CodeIndex(Framework));
        foreach (var file in InputFiles.Find([folder]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, file);
        }

        var records = reader.Finish().Records;
        var result = Qof.Evaluate(Framework, records, ServiceDates.Year(new DateOnly(2026, 11, 30)), PracticeRecipe.FictionalPractice);
        return [.. result.Indicators.SelectMany(i => i.Outcomes.Select(o => $"{records.Patient(o.Patient).Id} {i.Indicator.Id} {o.Outcome.Name} {o.Outcome.Row?.Name}"))];
    }
}
