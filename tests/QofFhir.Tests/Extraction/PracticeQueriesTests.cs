using QofFhir.Core.Rules;
using QofFhir.Extraction;

namespace QofFhir.Tests.Extraction;

public sealed class PracticeQueriesTests
{
    private static Cluster Cluster(string name, ClusterClass kind, params string[] codes) =>
        new(name, kind, codes.ToHashSet(), codes.Length == 0 ? Completeness.None : Completeness.Full, "1");

    private static IReadOnlyList<TypeQuery> For(params Cluster[] clusters) =>
        PracticeQueries.For(new EvaluationPlan(clusters, [], [], []), c => "http://vs/" + c.Name);

    [Fact]
    public void Medicines_are_asked_under_both_code_systems()
    {
        var requests = For(Cluster("STAT_COD", ClusterClass.Drug, "sct|7")).Single(q => q.ResourceType == "MedicationRequest");
        Assert.Equal(["http://snomed.info/sct|7", "https://dmd.nhs.uk|7"], requests.Codes.Single().Tokens);
        Assert.Equal(new ReferenceFilter("medication", "Medication"), requests.RefersTo);
    }

    [Fact]
    public void Clusters_without_codes_are_not_asked_for()
    {
        var queries = For(Cluster("DM_COD", ClusterClass.Code, "sct|1"), Cluster("EMPTY_COD", ClusterClass.Code));
        Assert.Equal("http://vs/DM_COD", queries.Single(q => q.ResourceType == "Condition").Codes.Single().ValueSet);
        Assert.DoesNotContain(queries, q => q.ResourceType == "MedicationRequest");
    }

    [Fact]
    public void The_types_named_are_all_that_can_be_asked_for() => Assert.Equal(
        PracticeQueries.Types.Order(StringComparer.Ordinal),
        For(Cluster("DM_COD", ClusterClass.Code, "sct|1"), Cluster("STAT_COD", ClusterClass.Drug, "sct|7")).Select(q => q.ResourceType).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Signs_that_mean_something_in_a_token_are_escaped()
    {
        var query = For(Cluster("X_COD", ClusterClass.Code, "http://a,b|c$")).First(q => q.ResourceType == "Condition");
        Assert.Equal([@"http://a\,b|c\$"], query.Codes.Single().Tokens);
    }

    [Fact]
    public void Who_is_registered_is_fetched_whole() =>
        Assert.Equal(
            ["Patient", "EpisodeOfCare", "Organization", "Group", "Flag"],
            For().Select(q => q.ResourceType));
}
