using System.Text.RegularExpressions;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Definitions;
using QofFhir.Extraction;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Extraction;

/// <summary>Extraction from a FHIR server that was written elsewhere: what it serves counts as the files that it was loaded from.</summary>
public sealed partial class ForeignServerTests
{
    private static readonly DefinitionLibrary Library = DefinitionLibrary.Load(
        DefinitionLibrary.DefaultRoot, Path.Combine(AppContext.BaseDirectory, "samples", "valuesets"));

    private static readonly Framework Framework = Library.Framework("qof-england-2026-27");

    [Fact]
    public async Task The_sample_practice_read_from_it_gives_every_outcome_of_its_files()
    {
        await using var server = await ForeignServer.Start();
        await server.Load(SamplePractice.Folder);
        var root = Directory.CreateTempSubdirectory("qoffhir-");
        try
        {
            var folder = Path.Combine(root.FullName, "run");
            using var http = SearchExtraction.NewClient();
            // Smaller than the practice, so that searches by code and by type have a second page.
            var settings = new ExtractionSettings { PageSize = 150 };
            var extraction = new SearchExtraction(http, new FhirEndpoint(server.Address), settings, TimeProvider.System, new Random(1));
            var result = await extraction.Run(PracticeQueries.For(Framework.WithCodes(Asked()).Plan, c => "http://vs/" + c.Name), folder, default);
            Assert.Contains(result.NotHonoured, n => n.Contains("nothing instead of an error", StringComparison.Ordinal));
            Assert.InRange(result.Counts["Observation"], 1, File.ReadLines(Path.Combine(SamplePractice.Folder, "Observation.ndjson")).Count());

            var (fromFiles, fromServer) = (Outcomes(SamplePractice.Folder), Outcomes(folder));
            Assert.NotEmpty(fromFiles);
            Assert.Equal(fromFiles, fromServer);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Every code that the practice has, and of every cluster three that it may not have: the server compares each code with each of each resource, and all 24,000 take it minutes.</summary>
    private static HashSet<string> Asked()
    {
        var there = InputFiles.Find([SamplePractice.Folder]).SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        HashSet<string> asked = [.. Framework.Plan.Clusters.SelectMany(c =>
            c.Codes.Where(key => there.Contains(CodeKey.Split(key).Code)).Concat(c.Codes.Order(StringComparer.Ordinal).Take(3)))];
        Assert.InRange(asked.Count, new ExtractionSettings().CodesPerSearch * 4, 2000);
        return asked;
    }

    [GeneratedRegex("\"code\":\"([^\"]+)\"")]
    private static partial Regex Code();

    private static string[] Outcomes(string folder)
    {
        var reader = new RecordReader(Library.CodeIndex(Framework));
        foreach (var file in InputFiles.Find([folder]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, file);
        }

        var records = reader.Finish().Records;
        var result = Qof.Evaluate(Framework, records, ServiceDates.Year(new DateOnly(2026, 11, 30)), PracticeRecipe.FictionalPractice);
        return [.. result.Indicators.SelectMany(i => i.Outcomes.Select(o =>
            $"{records.Patient(o.Patient).Id} {i.Indicator.Id} {o.Outcome.Name} {o.Outcome.Row?.Name}")).Order(StringComparer.Ordinal)];
    }
}
