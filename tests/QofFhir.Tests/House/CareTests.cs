using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.House;

/// <summary>Everything that an indicator asks for is care that somebody can give, or stands here with the reason why it is none.</summary>
public sealed class CareTests
{
    private static readonly Dictionary<string, string> NoCare = new()
    {
        ["ETH2016"] = "with its endings: which limit of the body mass index holds",
        ["ANTIPHOSYND_COD"] = "why a DOAC does not fit",
        ["DOACCON_COD"] = "why a DOAC does not fit",
        ["DOACDEC_COD"] = "a DOAC declined",
        ["DOACNI_COD"] = "why a DOAC does not fit",
        ["MECHVALVREP_COD"] = "why a DOAC does not fit",
        ["TTR_COD"] = "counts only beside a reason against a DOAC",
        ["STATINDEC_COD"] = "a statin declined",
        ["STATINTOL_COD"] = "why a statin does not fit",
        ["TXSTAT_COD"] = "why a statin does not fit",
        ["XSTAT_COD"] = "why a statin does not fit",
        ["CAN_COD"] = "the diagnosis from which time is counted",
        ["DM_COD"] = "the diagnosis from which time is counted",
        ["HF_COD"] = "the diagnosis from which time is counted",
        ["MH_COD"] = "the diagnosis from which time is counted",
    };

    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_indicator_names_care_that_settles_it(string id)
    {
        var framework = Rulebook.Framework(id);
        var named = framework.Care.SelectMany(c => c.Clusters).ToHashSet(StringComparer.Ordinal);
        Assert.All(Fractions(id), f => Assert.Contains(AskedFields.OfAchieving(framework.Plan, f), named.Contains));
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void What_an_achieve_row_asks_for_is_care_or_listed_with_the_reason(string id)
    {
        var framework = Rulebook.Framework(id);
        var named = framework.Care.SelectMany(c => c.Clusters).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Fractions(id)
            .SelectMany(f => AskedFields.OfAchieving(framework.Plan, f).Where(c => !named.Contains(c) && !NoCare.Keys.Any(n => c.StartsWith(n, StringComparison.Ordinal))), (f, c) => $"{f.Id} {c}"));
    }

    [Fact]
    public void No_care_is_named_that_no_indicator_asks_for()
    {
        var asked = Rulebook.FrameworkIds.SelectMany(id => Fractions(id).SelectMany(f => AskedFields.Of(Rulebook.Framework(id).Plan, f).Fields
            .SelectMany(field => Clusters(Rulebook.Framework(id).Plan, field)))).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Rulebook.FrameworkIds.SelectMany(id => Rulebook.Framework(id).Care).DistinctBy(c => c.Id), c => !c.Clusters.Any(asked.Contains));
    }

    [Fact]
    public void Every_cluster_of_the_care_has_its_value_set() =>
        Assert.All(
            Rulebook.FrameworkIds.SelectMany(id => Rulebook.Framework(id).Care).SelectMany(c => c.Clusters).Distinct(),
            c => Assert.True(File.Exists(Path.Combine(Repository.Root, "valuesets", $"{c}.json")), $"{c} has no value set"));

    private static IEnumerable<IndicatorRule.Fraction> Fractions(string id) =>
        Rulebook.Framework(id).Indicators.Select(Rulebook.Framework(id).Rule).OfType<IndicatorRule.Fraction>();

    private static IEnumerable<string> Clusters(EvaluationPlan plan, int field) => plan.Fields[field] switch
    {
        FieldRule.Select f => f.Filter.Clusters.Select(c => plan.Clusters[c].Name),
        FieldRule.Count f => f.Filter.Clusters.Select(c => plan.Clusters[c].Name),
        _ => [],
    };
}
