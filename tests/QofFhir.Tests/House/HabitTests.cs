using System.Text.RegularExpressions;

namespace QofFhir.Tests.House;

/// <summary>How the code reads.</summary>
public sealed partial class HabitTests
{
    /// <summary>Files over 300 lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new()
    {
        ["src/QofFhir.Fhir/Reading/Input/ResourceScanner.cs"] = "one state machine over a stream; in two files nobody could follow it",
    };

    /// <summary>The places that may catch: the outermost doors, and where what a library throws over bad input becomes a problem or a mistake.</summary>
    private static readonly string[] MayCatch =
    [
        "src/QofFhir.Cli/Improvement/EntryFile.cs",
        "src/QofFhir.Cli/Improvement/ServiceAnswer.cs",
        "src/QofFhir.Cli/Payment/KeptStatement.cs",
        "src/QofFhir.Cli/Program.cs",
        "src/QofFhir.Definitions/ValueSets/IngredientMap.cs",
        "src/QofFhir.Definitions/ValueSets/Rf2Release.cs",
        "src/QofFhir.Definitions/ValueSets/ValueSetReader.cs",
        "src/QofFhir.Definitions/Yaml/YamlReader.cs",
        "src/QofFhir.Extraction/Access/ClientCertificate.cs",
        "src/QofFhir.Extraction/Access/KeyText.cs",
        "src/QofFhir.Extraction/Bulk/Files/DeletedFile.cs",
        "src/QofFhir.Extraction/Bulk/Files/FileDownload.cs",
        "src/QofFhir.Extraction/Files/LineHead.cs",
        "src/QofFhir.Extraction/Bulk/Files/ResumingStream.cs",
        "src/QofFhir.Extraction/Cache/CachedExtraction.cs",
        "src/QofFhir.Extraction/Cache/RecordsCache.cs",
        "src/QofFhir.Extraction/ExtractionRecord.cs",
        "src/QofFhir.Extraction/Http/FhirConnection.cs",
        "src/QofFhir.Extraction/Http/OutcomeIssues.cs",
        "src/QofFhir.Extraction/PracticeExtraction.cs",
        "src/QofFhir.Extraction/Probing/ProbeConnection.cs",
        "src/QofFhir.Extraction/Searching/SearchPage.cs",
        "src/QofFhir.Fhir/Reading/Elements/JsonText.cs",
        "src/QofFhir.Fhir/Reading/Input/JsonFeed.cs",
        "src/QofFhir.Fhir/Reading/Input/ResourceScanner.cs",
        "src/QofFhir.Fhir/Reading/Reports/SubmittedJson.cs",
        "src/QofFhir.Publication/PublishedTable.cs",
        "src/QofFhir.SampleGp/Server/Bulk/KickOffBody.cs",
        "src/QofFhir.SampleGp/Server/ChangesEndpoint.cs",
        "src/QofFhir.SampleGp/Server/Faults/FaultsEndpoint.cs",
        "src/QofFhir.SampleGp/Server/Shelves/Library.cs",
        "src/QofFhir.Service/Access/IssuerKeys.cs",
        "src/QofFhir.Service/Access/SignedTokens.cs",
        "src/QofFhir.Service/Audit/AuditTrail.cs",
        "src/QofFhir.Service/CareGaps/GapsJobs.cs",
        "src/QofFhir.Service/CareGaps/GapsWork.cs",
        "src/QofFhir.Service/Cds/Drawn/DrawnCards.cs",
        "src/QofFhir.Service/Cds/ServerFetch.cs",
        "src/QofFhir.Service/Collection/SubmissionQueue.cs",
        "src/QofFhir.Service/Improvement/EntryKind.cs",
        "src/QofFhir.Service/Improvement/ModuleBook.cs",
        "src/QofFhir.Service/Improvement/PlanBody.cs",
        "src/QofFhir.Service/Payments/PaymentBody.cs",
        "src/QofFhir.Service/Workers/Heartbeat.cs",
        "src/QofFhir.Service/Health/HealthProbe.cs",
        "src/QofFhir.Service/Practices/AccessCheck.cs",
        "src/QofFhir.Service/Practices/RuleBook.cs",
        "src/QofFhir.Service/Practices/SettingsCheck.cs",
        "src/QofFhir.Service/Program.cs",
        "src/QofFhir.Service/Rollups/EvaluateParameters.cs",
        "src/QofFhir.Service/Runs/RunJob.cs",
        "src/QofFhir.Service/Storage/SharedDatabase.cs",
        "src/QofFhir.Service/Submission/Submitter.cs",
    ];


    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var found = from file in Repository.Sources("src").Concat(Repository.Sources("tests"))
                    from line in File.ReadLines(file)
                    where EmptyName().IsMatch(line)
                    select $"{Repository.Name(file)}: {line.Trim()}";
        Assert.Empty(found);
    }

    [Fact]
    public void A_source_file_is_at_most_300_lines_or_has_a_reason()
    {
        var found = from file in Repository.Sources("src")
                    let lines = File.ReadLines(file).Count()
                    where lines > 300 && !LongFiles.ContainsKey(Repository.Name(file))
                    select $"{Repository.Name(file)}: {lines}";
        Assert.Empty(found);
    }

    [Fact]
    public void Exceptions_are_caught_in_few_named_places()
    {
        var found = from file in Repository.Sources("src")
                    let name = Repository.Name(file)
                    where !MayCatch.Contains(name) && File.ReadLines(file).Any(l => Catch().IsMatch(l))
                    select name;
        Assert.Empty(found);
    }

    [Fact]
    public void There_are_no_regions() =>
        Assert.DoesNotContain(Repository.Sources("src"), f => File.ReadLines(f).Any(l => l.TrimStart().StartsWith("#region", StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helper|Helpers|Util|Utils|Utility|Common|Base|Impl|Wrapper|Processor)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^\s*(\}\s*)?catch\b")]
    private static partial Regex Catch();
}
