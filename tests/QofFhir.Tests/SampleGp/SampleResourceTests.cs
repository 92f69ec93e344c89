using System.Text.Json;
using QofFhir.Core.Records;
using QofFhir.Fhir;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Tests.SampleGp;

public sealed class SampleResourceTests
{
    private static readonly string[] SubjectElements = ["subject", "patient", "managingOrganization", "serviceProvider"];

    private readonly List<JsonElement> _resources =
        [.. SamplePractice.Resources(new PracticeRecipe(SamplePractice.CastSize + 100)).Select(r => JsonDocument.Parse(r.Json).RootElement)];

    [Fact]
    public void Every_resource_has_type_id_time_and_the_sample_tag()
    {
        Assert.All(_resources, r =>
        {
            Assert.Contains(r.GetProperty("resourceType").GetString(), SamplePractice.Types);
            Assert.Matches("^[A-Za-z0-9.-]{1,64}$", r.GetProperty("id").GetString());
            Assert.Matches(@"^\d{4}-\d\d-\d\dT20:00:00Z$", r.GetProperty("meta").GetProperty("lastUpdated").GetString());
            var tag = r.GetProperty("meta").GetProperty("tag")[0];
            Assert.Equal((SampleTag.System, SampleTag.Code), (tag.GetProperty("system").GetString(), tag.GetProperty("code").GetString()));
        });
    }

    [Fact]
    public void No_id_is_used_twice_and_every_reference_leads_to_a_resource()
    {
        var known = _resources.Select(r => $"{r.GetProperty("resourceType")}/{r.GetProperty("id")}").ToList();
        var set = known.ToHashSet();

        Assert.Equal(known.Count, set.Count);
        var references = _resources.SelectMany(r => SubjectElements.Where(e => r.TryGetProperty(e, out _)).Select(e => r.GetProperty(e).GetProperty("reference").GetString()!)).ToList();
        Assert.All(references, reference => Assert.Contains(reference, set));
        Assert.True(references.Count > known.Count / 2);
    }

    [Fact]
    public void NHS_numbers_are_of_the_test_range_valid_and_given_once()
    {
        var numbers = _resources.Where(r => r.GetProperty("resourceType").GetString() == "Patient")
            .Select(r => r.GetProperty("identifier")[0].GetProperty("value").GetString()!).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, n =>
        {
            Assert.StartsWith("999", n, StringComparison.Ordinal);
            Assert.Equal(10, n.Length);
            var sum = Enumerable.Range(0, 9).Sum(i => (n[i] - '0') * (10 - i));
            Assert.Equal((11 - (sum % 11)) % 11, n[9] - '0');
        });
    }

    [Fact]
    public void Every_clinical_code_is_listed_with_its_cluster()
    {
        var listed = SampleCodes.All.Select(c => CodeKey.Of(c.System, c.Code)).ToHashSet();
        var written = _resources.SelectMany(Concepts).SelectMany(c => c.GetProperty("coding").EnumerateArray())
            .Select(c => CodeKey.Of(c.GetProperty("system").GetString(), c.GetProperty("code").GetString()!)).ToHashSet();

        Assert.Equal(SampleCodes.All.Count, listed.Count);
        Assert.Equal(listed.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_of_an_ordinary_patient_is_dated_after_the_practice_was_taken_or_before_birth()
    {
        var born = _resources.Where(r => r.GetProperty("resourceType").GetString() == "Patient")
            .ToDictionary(r => "Patient/" + r.GetProperty("id"), r => r.GetProperty("birthDate").GetString()!);
        var ordinary = _resources.Where(r => r.GetProperty("id").GetString()!.StartsWith('p') && r.TryGetProperty("subject", out _)).ToList();

        Assert.NotEmpty(ordinary);
        Assert.All(ordinary, r => Assert.InRange(
            Date(r), born[r.GetProperty("subject").GetProperty("reference").GetString()!], "2026-11-30"));

        static string Date(JsonElement r) => r.GetProperty("meta").GetProperty("lastUpdated").GetString()![..10];
    }

    private static IEnumerable<JsonElement> Concepts(JsonElement resource)
    {
        if (resource.TryGetProperty("code", out var code))
        {
            yield return code;
        }

        if (resource.TryGetProperty("medicationCodeableConcept", out var product))
        {
            yield return product;
        }

        if (resource.TryGetProperty("component", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
            {
                yield return part.GetProperty("code");
            }
        }
    }
}
