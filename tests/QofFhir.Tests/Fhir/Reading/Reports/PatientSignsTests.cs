using System.Text;
using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Tests.Fhir.Reading.Reports;

/// <summary>What is about patients shows wherever it stands, in a report as in what comes beside it.</summary>
public sealed class PatientSignsTests
{
    [Theory]
    [InlineData("""{"id":{"reference":"Patient/1"}}""")]
    [InlineData("""{"id":"ann-9434765919"}""")]
    [InlineData("""{"meta":{"lastUpdated":{"valueReference":{"reference":"Patient/1"}}}}""")]
    [InlineData("""{"contained":[{"resourceType":"OperationOutcome","contained":[{"resourceType":"Patient"}]}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueReference":{"reference":"Observation/1"}}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueReference":{"reference":"https://gp.example/fhir/RelatedPerson/1/_history/2"}}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueReference":{"reference":"Patient?identifier=1"}}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueReference":{"type":"Patient","display":"somebody"}}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueIdentifier":{"system":"https://fhir.hl7.org.uk/Id/nhs-number"}}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueHumanName":{"family":"somebody"}}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueUri":"https://gp.example/fhir/Patient/1"}]}""")]
    [InlineData("""{"extension":[{"url":"u","valueDecimal":9434765919}]}""")]
    [InlineData("""{"text":{"div":"<div>943 476 5919.</div>"}}""")]
    [InlineData("""{"identifier":[{"value":"943-476-5919"}]}""")]
    [InlineData("""{"identifier":[{"value":"\u0039434765919"}]}""")]
    public void Patients_are_seen(string json) => Assert.True(Holds(json));

    [Theory]
    [InlineData("""{"type":"summary","measure":"https://qoffhir.example.org/fhir/Measure/x|51.2","reporter":{"reference":"Organization/A81001","type":"Organization"}}""")]
    [InlineData("""{"identifier":[{"value":"A81001:qof-england-2026-27:DM020:2026-04-01:2027-03-31:2026-10-31"}]}""")]
    [InlineData("""{"agent":[{"who":{"reference":"Device/1"},"onBehalfOf":{"reference":"#practice"}}],"entity":[{"what":{"reference":"urn:uuid:00000000-0000-0000-0000-000000000000"}}]}""")]
    [InlineData("""{"contained":[{"resourceType":"OperationOutcome"},{"resourceType":"Practitioner"}]}""")]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"9434765919"}]}""")]
    [InlineData("""{"value":"9434765918"}""")]
    [InlineData("""{"value":"19434765919"}""")]
    [InlineData("""{"value":"urn:oid:1.2.9434765919.3"}""")]
    [InlineData("""{"value":"e9434765919"}""")]
    [InlineData("""{"value":"943 4765 919"}""")]
    public void Nobody_is_seen_where_nobody_is(string json) => Assert.False(Holds(json));

    [Fact]
    public void What_the_digest_leaves_out_changes_nothing_of_it()
    {
        string[] same =
        [
            """{"a":1,"meta":{"profile":["p"]},"b":[{"id":"x"}]}""",
            """{"id":"1","a":1,"meta":{"versionId":"2","profile":["p"],"lastUpdated":"2026"},"date":{"c":[{"d":1}]},"b":[{"id":"x"}]}""",
        ];
        Assert.Single(same.Select(s => SubmittedProvenance.Digest(Root(s))).Distinct());
        Assert.NotEqual(SubmittedProvenance.Digest(Root(same[0])), SubmittedProvenance.Digest(Root(same[0].Replace("\"x\"", "\"y\"", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("""{"name":"patient","resource":{"resourceType":"Patient"}}""")]
    [InlineData("""{"name":"note","valueString":"943 476 5919"}""")]
    [InlineData("""{"name":"measureReport","resource":{"resourceType":"MeasureReport"},"part":[{"name":"of","resource":{"resourceType":"Patient"}}]}""")]
    [InlineData("""{"name":"resource","resource":{"resourceType":"Provenance","contained":[{"resourceType":"Patient"}]}}""")]
    [InlineData("""{"name":"resource","resource":{"resourceType":"Provenance","entity":[{"what":{"reference":"Observation/1"}}]}}""")]
    public void Parameters_that_nobody_reads_are_looked_at_too(string parameter)
    {
        var entries = SubmittedEntries.OfParameters(Root($$"""{"resourceType":"Parameters","parameter":[{{parameter}}]}"""));
        Assert.Equal("business-rule", SubmittedEntries.Refusal(entries)?.Code);
    }

    private static bool Holds(string json) => Root(json).HoldsPatients;

    private static SubmittedResource Root(string json) => SubmittedJson.Read(Encoding.UTF8.GetBytes(json))!.Root;
}
