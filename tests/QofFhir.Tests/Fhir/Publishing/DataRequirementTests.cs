using System.Text.Json.Nodes;
using QofFhir.Core.Rules;
using QofFhir.Extraction;
using QofFhir.Fhir.Publishing;
using QofFhir.Tests.Core;
using QofFhir.Tests.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Publishing;

public sealed class DataRequirementTests
{
    private static readonly DateOnly From = new(2026, 4, 1);
    private static readonly DateOnly To = new(2027, 3, 31);

    public static TheoryData<string> Frameworks => [.. Published.Frameworks];

    /// <summary>Two ways to the same list: what extraction asks of a GP system, and what we tell others to ask.</summary>
    [Theory]
    [MemberData(nameof(Frameworks))]
    public void The_types_are_those_that_extraction_fetches(string framework)
    {
        var publication = Published.Of(framework);
        var fetched = PracticeQueries.For(publication.Framework.Plan, c => c.Name).Select(q => q.ResourceType).Distinct();
        var required = Requirements(publication).Select(r => r.Type).Distinct();

        // Practices are named by Organizations; deciding asks for none.
        Assert.Equal(fetched.Where(t => t != "Organization").Order(StringComparer.Ordinal), required.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cluster_read_only_by_value_is_asked_of_measurements_alone()
    {
        var requirements = Requirements(Published.Of("qof-england-2026-27"), "DM020");
        Assert.Equal(["Observation"], requirements.Where(r => r.Cluster == "IFCCHBAM_COD").Select(r => r.Type));
        Assert.Equal(9, requirements.Count(r => r.Cluster == "DM_COD"));
        Assert.Contains(new("Encounter", "reasonCode", "DM_COD"), requirements);
    }

    [Fact]
    public void A_drug_cluster_is_asked_of_issues_and_vaccines_given()
    {
        var plan = new TestPlan();
        plan.Cluster("STAT_COD", ClusterClass.Drug);
        var rule = TestPlan.Fraction(Terms.Achieve(Terms.On(plan.Latest("STAT_COD")).IsPresent()));
        var framework = plan.Framework(rule);
        var requirements = Requirements(new PublishedFramework(framework, [], []));

        Assert.Equal(
            [new("Immunization", "vaccineCode", "STAT_COD"), new("Medication", "code", "STAT_COD"), new("MedicationRequest", "medication", "STAT_COD")],
            requirements.Where(r => r.Cluster is not null));
    }

    [Fact]
    public void The_answer_pins_what_it_depends_on_and_says_what_may_be_given()
    {
        var publication = Published.Of("qof-england-2026-27");
        var answer = Answer(publication, "DM020");

        Assert.Equal("module-definition", (string)answer["type"]!["coding"]![0]!["code"]!);
        var artefacts = answer["relatedArtifact"]!.AsArray().Select(a => (string)a!["resource"]!).ToList();
        Assert.All(artefacts, a => Assert.Contains('|', a));
        Assert.Contains(artefacts, a => a.Contains("/QOFRecords-", StringComparison.Ordinal));
        Assert.Equal(["Measurement Period", "Achievement Date", "Registrations Recorded"], answer["parameter"]!.AsArray().Select(p => (string)p!["name"]!));
        Assert.Null(answer["content"]);
    }

    [Fact]
    public void An_indicator_without_rules_needs_to_know_only_who_is_registered() =>
        Assert.Equal(["Patient", "EpisodeOfCare", "Group"], Requirements(Published.Of("qof-england-2026-27"), NoRules).Select(r => r.Type));

    private static string NoRules => Published.Of("qof-england-2026-27").Framework.Indicators.FirstOrDefault(i => i.Rule is null)?.Id ?? "";

    private static JsonNode Answer(PublishedFramework publication, params string[] ids) => JsonNode.Parse(HandMadePractice.Write(o => DataRequirementsWriter.Write(
        o, publication, [.. publication.Framework.Indicators.Where(i => ids.Length == 0 || ids.Contains(i.Id))], From, To)))!;

    private static List<Requirement> Requirements(PublishedFramework publication, params string[] ids) =>
    [
        .. Answer(publication, ids)["dataRequirement"]!.AsArray().Select(r => new Requirement(
            (string)r!["type"]!, (string?)r["codeFilter"]?[0]!["path"],
            ((string?)r["codeFilter"]?[0]!["valueSet"])?.Split('/').Last().Split('|')[0])),
    ];

    private sealed record Requirement(string Type, string? Path, string? Cluster);
}
