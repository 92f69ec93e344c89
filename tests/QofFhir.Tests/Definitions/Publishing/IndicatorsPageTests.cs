using QofFhir.Definitions;
using QofFhir.Definitions.Publishing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Definitions.Publishing;

public sealed class IndicatorsPageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "indicators.md");

    [Fact]
    public void The_page_in_docs_is_that_of_the_definitions()
    {
        var made = IndicatorsPage.Of(DefinitionLibrary.Load(Repository.Root));
        if (Environment.GetEnvironmentVariable("QOFFHIR_RENEW_EXAMPLES") is not null)
        {
            File.WriteAllText(Page, made);
        }

        Assert.True(File.ReadAllText(Page) == made, "docs/indicators.md is out of date: run `qof frameworks document --definitions . > docs/indicators.md`");
    }

    [Fact]
    public void Every_indicator_of_every_framework_has_its_part_with_rows_and_clusters()
    {
        var page = File.ReadAllText(Page);
        var library = DefinitionLibrary.Load(Repository.Root);
        foreach (var indicator in library.Frameworks.SelectMany(f => library.Framework(f.Id).Indicators))
        {
            Assert.Contains($"\n### {indicator.Id}\n", page, StringComparison.Ordinal);
        }

        Assert.Contains("4. adjust DMMAX, unsuitable (rule 4): `DMMAX_DAT > PPED - 12 months`", page, StringComparison.Ordinal);
    }
}
