using System.Text.RegularExpressions;
using QofFhir.Core.Rules;
using QofFhir.Definitions;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Definitions.Language;

/// <summary>The frameworks, rulesets and value sets that travel with the project.</summary>
public sealed partial class ProjectDefinitionTests
{
    private static readonly Lazy<DefinitionLibrary> Library = new(() => DefinitionLibrary.Load(DefinitionLibrary.DefaultRoot));

    /// <summary>Two fields of COPD are meant to move with the period: others hang on the day that they choose.</summary>
    [Fact]
    public void They_load_without_mistakes_and_without_notes_that_are_not_meant()
    {
        Assert.Empty(Library.Value.Mistakes);
        Assert.Equal(
            ["an achieve row rests on COPDPROC", "an achieve row rests on MRC1"], Library.Value.Notes.Select(n => n.Text.Split(',')[0]));
    }

    [Fact]
    public void Every_cluster_that_a_ruleset_names_has_its_value_set_file()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, "rulesets"), "*.yaml")
            .SelectMany(f => Cluster().Matches(File.ReadAllText(f)).Select(m => m.Value))
            .Concat(Frameworks().SelectMany(f => f.Plan.Clusters.Select(c => c.Name)))
            .Distinct().ToList();

        Assert.True(named.Count > 20);
        Assert.DoesNotContain(named, n => !File.Exists(Path.Combine(Repository.Root, "valuesets", n + ".json")));
    }

    // Order of rows: definition exclusions, numerator, unsuitable, declined, invited, newly diagnosed, newly registered.
    [Theory]
    [InlineData("qof-england-2019-20", "BP002", "1 PAT_AGEU45, 2 achieve, 3 BPDEC1, 4 REG1_DAT3")]
    [InlineData("qof-england-2019-20", "HYP003", "1 PAT_AGEO79, achieve, HTMAX, HYPPCAPU, BPDEC, HYPPCADEC, HYPBPINV, DIAG1_DT9M, REG1_DAT9")]
    [InlineData("qof-england-2019-20", "HYP007", "1 PAT_AGEU80, achieve, HTMAX, HYPPCAPU, BPDEC, HYPPCADEC, HYPBPINV, DIAG1_DT9M, REG1_DAT9")]
    [InlineData("qof-england-2019-20", "DM019", "MDSEVFRAIL, achieve, HTMAX, DMPCAPU, BPDEC, DMPCADEC, DMBPINVITE, DIAG1_DT9M, REG1_DAT9")]
    [InlineData("qof-england-2019-20", "DM020", "1 MDSEVFRAIL, 2 achieve, 3 IFCCHBA, 4 DMMAX, 5 DMPCAPU, 6 BLDTESTDEC, 7 DMPCADEC, 8 DMIFINVITE, 9 DIAG1_DT9M, 10 REG1_DAT9")]
    [InlineData("qof-england-2026-27", "DM021", "1 MDSEVFRAIL, 2 achieve, 3 IFCCHBA, 4 DMMAX, 5 DMPCAPU, 6 BLDTESTDEC, 7 DMPCADEC, 8 DMIFINVITE, 9 DIAG1_DT9M, 10 REG1_DAT9")]
    [InlineData("qof-england-2026-27", "DM036", "PAT_AGEO79, MDSEVFRAIL, achieve, HTMAX, DMPCAPU, BPORHBPDEC, DMPCADEC, DMBPINVITE, DIAG1_DT9M, REG1_DAT9")]
    [InlineData("qof-england-2026-27", "HYP010", "PAT_AGEO79, MDSEVFRAIL, achieve, HTMAX, HYPPCAPU, BPORHBPDEC, HYPPCADEC, HYPBPINV, DIAG1_DT9M, REG1_DAT9")]
    [InlineData("qof-england-2026-27", "HYP011", "PAT_AGEU80, MDSEVFRAIL, achieve, HTMAX, HYPPCAPU, BPORHBPDEC, HYPPCADEC, HYPBPINV, DIAG1_DT9M, REG1_DAT9")]
    public void Rows_stand_in_the_order_of_the_business_rules(string framework, string indicator, string rows) =>
        Assert.Equal(rows, string.Join(", ", Fraction(framework, indicator).Rows.Select(r => $"{r.Rule} {r.Name}".Trim())));

    [Theory]
    [InlineData("qof-england-2019-20", "DM019", "BP_IN_YEAR; BP_SYS <= 140; BP_DIA <= 80")]
    [InlineData("qof-england-2019-20", "HYP007", "BP_IN_YEAR; BP_SYS <= 150; BP_DIA <= 90")]
    [InlineData("qof-england-2026-27", "DM020", "IFCCHBA_VAL <= 58; HBA_IN_YEAR")]
    [InlineData("qof-england-2026-27", "DM021", "IFCCHBA_VAL <= 75; HBA_IN_YEAR")]
    [InlineData("qof-england-2026-27", "HYP011",
        "BPLAT_IN_YEAR; (CLINBP_DAT = BPLAT_DAT and CLINBP_SYS <= 150 and CLINBP_DIA <= 90) or (HOMEBP_DAT = BPLAT_DAT and HOMEBP_SYS <= 145 and HOMEBP_DIA <= 85)")]
    public void Targets_are_those_of_the_indicator(string framework, string indicator, string lines) =>
        Assert.Equal(lines, string.Join("; ", Fraction(framework, indicator).Rows.Single(r => r.End == RowEnd.Achieve).Lines.Select(l => l.Text)));

    [Theory]
    [InlineData("qof-england-2019-20", "HYP003", Certainty.Found)]
    [InlineData("qof-england-2019-20", "DM019", Certainty.Inferred)]
    [InlineData("qof-england-2026-27", "DM036", Certainty.Inferred)]
    [InlineData("qof-england-2026-27", "HYP010", Certainty.Inferred)]
    public void Rows_that_no_source_gives_are_marked(string framework, string indicator, Certainty certainty) =>
        Assert.All(Fraction(framework, indicator).Rows, r => Assert.Equal(certainty, r.Source.Certainty));

    [Fact]
    public void The_reader_learns_units_and_pressures_from_the_rules()
    {
        var index = Library.Value.CodeIndex(Library.Value.Framework("qof-england-2019-20"));
        var clusters = Library.Value.Framework("qof-england-2019-20").Plan.Clusters.ToDictionary(c => c.Name);

        Assert.All(clusters["IFCCHBAM_COD"].Codes, code => Assert.Equal("mmol/mol", index.UnitFor(code)));
        Assert.All(clusters["BP_COD"].Codes, code => Assert.True(index.IsPressure(code) && index.Wants(code)));
        Assert.All(clusters["DM_COD"].Codes, code => Assert.True(index.Wants(code) && index.UnitFor(code) is null && !index.IsPressure(code)));
        Assert.False(index.Wants("sct|1"));
    }

    private static IndicatorRule.Fraction Fraction(string framework, string indicator) =>
        (IndicatorRule.Fraction)Library.Value.Framework(framework).Plan.Indicators.Single(i => i.Id == indicator);

    private static IEnumerable<QofFhir.Core.Achievement.Framework> Frameworks() =>
        Library.Value.Frameworks.Select(f => Library.Value.Framework(f.Id));

    [GeneratedRegex(@"\b[A-Z0-9_]+_COD\b")]
    private static partial Regex Cluster();
}
