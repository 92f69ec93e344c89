using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Publishing;
using QofFhir.Tests.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Publishing;

public sealed class PublicationTests
{
    private const string Library = "https://qoffhir.example.org/fhir/Library/";

    public static TheoryData<string> Frameworks => [.. Published.Frameworks];

    [Fact]
    public void Every_resource_of_every_framework_passes_the_validators()
    {
        var folder = Directory.CreateTempSubdirectory("qoffhir-published-");
        try
        {
            var files = Published.Frameworks.SelectMany(f => new[] { false, true }.Select(sample => Write(folder.FullName, f, sample))).ToArray();
            var (exit, output) = Validators.ValidateFiles(files);
            Assert.True(exit == 0, output);
            Assert.Matches(@"^\d{3,} resources, 0 faults", output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_version_that_is_pinned_is_that_of_a_resource_of_the_publication(string framework)
    {
        var publication = Published.Of(framework);
        var there = publication.Resources.Skip(1).Select(r => (Json: Published.Json(r), r.VersionedUrl)).ToList();
        Assert.All(there, r => Assert.Equal(r.VersionedUrl, $"{r.Json["url"]}|{r.Json["version"]}"));

        var urls = there.Select(r => r.VersionedUrl).Order(StringComparer.Ordinal).ToList();
        var collection = Published.Json(publication.Resources[0]);
        Assert.Equal("asset-collection", Text(collection["type"]!["coding"]![0]!["code"]));
        Assert.Equal(urls, Canonicals(collection).Order(StringComparer.Ordinal));
        Assert.All(there.SelectMany(r => Canonicals(r.Json)), needed => Assert.Contains(there, r => Text(r.Json["url"]) == needed));
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void What_the_logic_declares_is_what_the_plan_reads(string framework)
    {
        var publication = Published.Of(framework);
        var plan = publication.Framework.Plan;
        foreach (var indicator in publication.Framework.Indicators)
        {
            if (publication.LibraryOf(indicator) is { } library)
            {
                var rule = plan.Indicators[indicator.Rule!.Value];
                var read = Reach.ClustersOf(plan, rule).Concat(Reach.ValuesOf(plan, rule)).Select(c => c.Name).Distinct();
                Assert.Equal(read.Order(StringComparer.Ordinal), library.ValueSets.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void A_measure_leads_to_its_library_and_claims_what_it_is()
    {
        var publication = Published.Of("qof-england-2026-27");
        var measure = Published.Json(publication.Resources.Single(r => r is { Type: "Measure", Identifier: "DM020" }));
        var library = Assert.Single(publication.Resources, r => r is { Type: "Library", Identifier: "DM020" });

        Assert.Equal([library.Url], measure["library"]!.AsArray().Select(Text));
        Assert.Equal(["computable-measure-cqfm", "executable-measure-cqfm", "proportion-measure-cqfm"], Profiles(measure));
        Assert.Equal("2026-04-01", Text(measure["effectivePeriod"]!["start"]));
        Assert.Equal("2027-03-31", Text(measure["effectivePeriod"]!["end"]));
        Assert.Equal("increase", Text(measure["improvementNotation"]!["coding"]![0]!["code"]));
        var rows = measure["extension"]!.AsArray().Where(e => Text(e!["url"]).EndsWith("/qof-row", StringComparison.Ordinal))
            .Select(e => e!["extension"]!.AsArray().ToDictionary(p => Text(p!["url"]), p => Text(p!["valueCode"] ?? p["valueString"]))).ToList();
        Assert.Equal("MDSEVFRAIL", rows[0]["name"]);
        Assert.All(rows, r => Assert.Contains(r["certainty"], new[] { "found", "confirmed", "inferred", "recalled" }));
        Assert.Contains(rows, r => r["end"] == "adjust" && r.ContainsKey("reason"));
    }

    [Fact]
    public void A_register_is_a_cohort_whose_rows_name_it()
    {
        var measure = Published.Json(Published.Of("qof-england-2019-20").Resources.Single(r => r is { Type: "Measure", Identifier: "DM017" }));

        Assert.Equal("cohort-measure-cqfm", Profiles(measure).Last());
        var ends = measure["extension"]!.AsArray().Where(e => Text(e!["url"]).EndsWith("/qof-row", StringComparison.Ordinal))
            .Select(e => Text(e!["extension"]![0]!["valueCode"]));
        Assert.Equal("select", ends.Last());
    }

    [Fact]
    public void A_library_holds_the_cql_and_what_was_translated_from_it()
    {
        var publication = Published.Of("qof-england-2026-27");
        var logic = publication.LibraryOf(Published.Indicator(publication, "DM020"))!;
        var library = Published.Json(publication.Resources.Single(r => r is { Type: "Library", Identifier: "DM020" }));

        Assert.Equal("logic-library", Text(library["type"]!["coding"]![0]!["code"]));
        Assert.Equal(["text/cql", "application/elm+json"], library["content"]!.AsArray().Select(c => Text(c!["contentType"])));
        Assert.Equal(logic.Cql, Encoding.UTF8.GetString(Convert.FromBase64String(Text(library["content"]![0]!["data"]))));
        Assert.Contains("Measurement Period", library["parameter"]!.AsArray().Select(p => Text(p!["name"])));
        Assert.StartsWith(Library, Canonicals(library).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_codes_mark_every_resource_that_they_touch()
    {
        var publication = Published.Of("qof-england-2026-27", sample: true);

        Assert.All(publication.Resources.Where(r => r.Type != "ValueSet"), r => Assert.True((bool)Published.Json(r)["experimental"]!));
        var frail = Published.Json(publication.Resources.Single(r => r.Name == "MILDFRAIL_COD"));
        Assert.True((bool)frail["experimental"]!);
        Assert.Equal("sample", Text(frail["meta"]!["tag"]![0]!["code"]));
        Assert.DoesNotContain(' ', Text(frail["version"]));
        Assert.Null(Published.Json(publication.Resources.Single(r => r.Name == "DM_COD"))["meta"]);
        Assert.EndsWith("-sample", new FhirPackage(publication).Version, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rules_there_is_a_draft_and_an_attestation_has_no_measure()
    {
        var publication = Published.Of("qof-england-2019-20");
        var bare = publication.Framework.Indicators.Where(i => i.Rule is null).ToList();
        Assert.All(bare, i => Assert.Null(publication.LibraryOf(i)));
        Assert.Equal(
            publication.Framework.Reported.Where(i => i.Kind != IndicatorKind.Attestation).Select(i => i.Id).Order(StringComparer.Ordinal),
            publication.Resources.Where(r => r.Type == "Measure").Select(r => r.Identifier).Order(StringComparer.Ordinal));
    }

    private static string Write(string folder, string framework, bool sample)
    {
        var file = Path.Combine(folder, $"{framework}-{sample}.ndjson");
        var publication = Published.Of(framework, sample);
        var indicators = publication.Framework.Indicators;
        File.WriteAllLines(file, publication.Resources.Select(r => Published.Json(r).ToJsonString()).Append(
            HandMadePractice.Write(o => DataRequirementsWriter.Write(o, publication, indicators, new(2026, 4, 1), new(2027, 3, 31)))));
        return file;
    }

    private static IEnumerable<string> Canonicals(JsonNode resource) => (resource["relatedArtifact"]?.AsArray() ?? [])
        .Select(a => a!["resource"]).Where(r => r is not null).Select(Text);

    private static IEnumerable<string> Profiles(JsonNode resource) =>
        resource["meta"]!["profile"]!.AsArray().Select(p => Text(p).Split('/').Last());

    private static string Text(JsonNode? node) => (string)node!;
}
