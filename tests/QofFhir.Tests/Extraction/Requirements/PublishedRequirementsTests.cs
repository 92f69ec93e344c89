using System.Text;
using System.Text.Json;
using QofFhir.Definitions;
using QofFhir.Extraction;
using QofFhir.Extraction.Requirements;
using QofFhir.Tests.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Extraction.Requirements;

/// <summary>The statement in profiles/ is what the frameworks fetch, and FHIR.</summary>
public sealed class PublishedRequirementsTests
{
    // Set it to write the statement anew, then read the difference before you commit it.
    private const string Renew = "QOFFHIR_RENEW_REQUIREMENTS";

    private static readonly string Published = Path.Combine(Repository.Root, "profiles", $"CapabilityStatement-{RequirementsWriter.Id}.json");

    [Fact]
    public void It_is_what_all_frameworks_together_fetch()
    {
        var library = DefinitionLibrary.Load(Repository.Root);
        var queries = library.Frameworks.SelectMany(f => PracticeQueries.For(library.Framework(f.Id).Plan, c => c.Name)).ToList();
        var text = Encoding.UTF8.GetString(RequirementsWriter.Write(ServerRequirements.For(queries)).Span);
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(Published, text);
        }

        Assert.Equal(File.ReadAllText(Published).Split('\n'), text.Split('\n'));
        var types = JsonDocument.Parse(text).RootElement.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Select(r => r.GetProperty("type").GetString());
        Assert.Equal(queries.Select(q => q.ResourceType).Distinct().Order(StringComparer.Ordinal), types);
    }

    [Fact]
    public void It_travels_with_the_program() => Assert.Equal(File.ReadAllBytes(Published), PublishedRequirements.Json());

    [Fact]
    public void Validators_accept_it()
    {
        var (exit, output) = Validators.ValidateFiles(Published);

        Assert.True(exit == 0 && output.Trim() == "1 resources, 0 faults", output);
    }

    [Fact]
    public void Every_type_that_is_fetched_has_its_own_price_and_elements()
    {
        var all = ServerRequirements.For([.. PracticeQueries.For(DefinitionLibrary.Load(Repository.Root).Framework("qof-england-2026-27").Plan, c => c.Name)]);

        Assert.Equal(["Condition", "MedicationRequest", "Observation", "Patient"], all.Where(r => r.Expectation == Expectation.Shall).Select(r => r.Type));
        Assert.Equal(["Group", "Organization"], all.Where(r => r.Expectation == Expectation.May).Select(r => r.Type));
        Assert.All(all.Where(r => r.Expectation != Expectation.May), r => Assert.NotEmpty(r.Elements));
    }

    [Theory]
    [InlineData("Condition", "code in SNOMED CT", """{"code":{"coding":[{"system":"http://read.info/ctv3","code":"X"},{"system":"http://snomed.info/sct","code":"1"}]}}""", true)]
    [InlineData("Condition", "code in SNOMED CT", """{"code":{"coding":[{"system":"http://read.info/ctv3","code":"X"}]}}""", false)]
    [InlineData("Condition", "code in SNOMED CT", """{"code":{"text":"Asthma"}}""", false)]
    [InlineData("Condition", "onset or recordedDate", """{"onsetPeriod":{"start":"2020"}}""", true)]
    [InlineData("Condition", "onset or recordedDate", """{"abatementDateTime":"2020"}""", false)]
    [InlineData("Observation", "effective or issued", """{"effectiveDateTime":"2020"}""", true)]
    [InlineData("Observation", "unit of valueQuantity", """{"valueQuantity":{"value":5,"unit":"kg"}}""", true)]
    [InlineData("Observation", "unit of valueQuantity", """{"valueQuantity":{"value":5}}""", false)]
    [InlineData("Observation", "unit of valueQuantity", """{"valueString":"5"}""", null)]
    [InlineData("MedicationRequest", "medication in SNOMED CT or dm+d, or by reference", """{"medicationReference":{"reference":"Medication/1"}}""", true)]
    [InlineData("MedicationRequest", "medication in SNOMED CT or dm+d, or by reference", """{"medicationCodeableConcept":{"coding":[{"system":"https://dmd.nhs.uk","code":"1"}]}}""", true)]
    [InlineData("MedicationRequest", "intent", """{"status":"active"}""", false)]
    [InlineData("Patient", "birthDate", """{"birthDate":"2020"}""", true)]
    [InlineData("EpisodeOfCare", "period.start", """{"period":{"end":"2020"}}""", false)]
    public void An_element_is_there_or_not_or_not_asked_for(string type, string element, string resource, bool? there)
    {
        var requirement = ServerRequirements.For([new TypeQuery(type)]).Single().Elements.Single(e => e.Name == element);

        Assert.Equal(there, requirement.Held(JsonDocument.Parse(resource).RootElement));
    }
}
