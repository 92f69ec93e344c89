using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>The indicator lists of the frameworks against the published totals.</summary>
public sealed class FrameworkListTests
{
    [Theory]
    [InlineData("qof-england-2019-20", "2019-04-01", "42", 68, 559)]
    [InlineData("qof-england-2026-27", "2026-04-01", "51.2", 43, 582)]
    public void A_framework_lists_all_its_indicators_and_points(string id, string year, string rules, int count, decimal points)
    {
        var framework = Read(id);

        Assert.Equal(id, Text(framework, "framework"));
        Assert.Equal(year, Text(framework, "year"));
        Assert.Equal(rules, Text(framework, "rules"));
        var indicators = Indicators(framework);
        Assert.Equal(count, indicators.Count);
        Assert.Equal(count, indicators.Select(i => Text(i, "id")).Distinct().Count());
        Assert.Equal(points, indicators.Sum(Points));
    }

    [Theory]
    [InlineData("qof-england-2019-20", "Clinical", 379)]
    [InlineData("qof-england-2019-20", "Public health", 95)]
    [InlineData("qof-england-2019-20", "Public health - additional services", 11)]
    [InlineData("qof-england-2019-20", "Quality improvement", 74)]
    [InlineData("qof-england-2026-27", "Clinical", 437)]
    public void The_points_of_a_domain_are_the_published_ones(string id, string domain, decimal points) =>
        Assert.Equal(points, Indicators(Read(id)).Where(i => Text(i, "domain") == domain).Sum(Points));

    [Theory]
    [InlineData("qof-england-2019-20", 19, 45, 4)]
    [InlineData("qof-england-2026-27", 0, 43, 0)]
    public void The_kinds_of_indicators_are_counted(string id, int registers, int fractions, int attestations)
    {
        var kinds = Indicators(Read(id)).CountBy(i => Text(i, "kind")).ToDictionary();

        Assert.Equal(
            (registers, fractions, attestations),
            (kinds.GetValueOrDefault("register"), kinds.GetValueOrDefault("fraction"), kinds.GetValueOrDefault("attestation")));
        Assert.Equal(registers + fractions + attestations, kinds.Values.Sum());
    }

    [Theory]
    [InlineData("qof-england-2019-20", "recalled")]
    [InlineData("qof-england-2026-27", "found")]
    public void Only_fractions_have_thresholds_and_each_fact_says_how_sure_it_is(string id, string thresholds)
    {
        foreach (var indicator in Indicators(Read(id)))
        {
            var certainty = (YamlMappingNode)indicator["certainty"];
            Assert.Equal("found", Text(certainty, "points"));
            Assert.NotEmpty(Text(indicator, "title"));
            Assert.NotEmpty(Text(indicator, "source"));
            var isFraction = Text(indicator, "kind") == "fraction";
            Assert.Equal(isFraction, indicator.Children.ContainsKey("lower"));
            Assert.Equal(isFraction, indicator.Children.ContainsKey("upper"));
            Assert.Equal(isFraction, certainty.Children.ContainsKey("thresholds"));
            if (isFraction)
            {
                Assert.InRange(Number(indicator, "lower"), 1, Number(indicator, "upper") - 1);
                Assert.InRange(Number(indicator, "upper"), 1, 100);
                Assert.Equal(thresholds, Text(certainty, "thresholds"));
            }
        }
    }

    [Theory]
    [InlineData("qof-england-2019-20", "DM019", 10, 38, 78)]
    [InlineData("qof-england-2019-20", "DM020", 17, 35, 75)]
    [InlineData("qof-england-2019-20", "HYP007", 5, 40, 80)]
    [InlineData("qof-england-2019-20", "BP002", 15, 50, 90)]
    [InlineData("qof-england-2026-27", "DM036", 27, 38, 90)]
    [InlineData("qof-england-2026-27", "HYP010", 38, 40, 85)]
    [InlineData("qof-england-2026-27", "AF006", 12, 40, 95)]
    public void An_indicator_pays_as_published(string id, string indicator, decimal points, decimal lower, decimal upper)
    {
        var row = Indicators(Read(id)).Single(i => Text(i, "id") == indicator);

        Assert.Equal((points, lower, upper), (Points(row), Number(row, "lower"), Number(row, "upper")));
    }

    private static YamlMappingNode Read(string id)
    {
        using var text = File.OpenText(Path.Combine(Folder.Repository, "frameworks", id + ".yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static List<YamlMappingNode> Indicators(YamlMappingNode framework) =>
        [.. ((YamlSequenceNode)framework["indicators"]).Cast<YamlMappingNode>()];

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static decimal Number(YamlMappingNode node, string key) => decimal.Parse(Text(node, key), CultureInfo.InvariantCulture);

    private static decimal Points(YamlMappingNode indicator) => Number(indicator, "points");
}
