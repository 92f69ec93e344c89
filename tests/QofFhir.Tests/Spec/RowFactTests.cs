using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec;

/// <summary>Order, labels and reasons of the rows as published (order of rules, CQRS fields, reason groups).</summary>
public sealed class RowFactTests
{
    private const string Hba1c = "exclude MDSEVFRAIL, achieve, IFCCHBA Unsuitable, DMMAX Unsuitable, DMPCAPU Unsuitable, BLDTESTDEC PatientChoseNotTo, "
        + "DMPCADEC PatientChoseNotTo, DMIFINVITE DidNotRespond, DIAG1_DT9M NewlyDiagnosed, REG1_DAT9 NewlyRegistered";

    private const string DiabetesTail = "DMPCADEC PatientChoseNotTo, DMBPINVITE DidNotRespond, DIAG1_DT9M NewlyDiagnosed, REG1_DAT9 NewlyRegistered";

    private const string HypertensionTail = "HYPPCADEC PatientChoseNotTo, HYPBPINV DidNotRespond, DIAG1_DT9M NewlyDiagnosed, REG1_DAT9 NewlyRegistered";

    [Theory]
    [InlineData("qof-england-2019-20", "DM020", Hba1c)]
    [InlineData("qof-england-2019-20", "DM021", Hba1c)]
    [InlineData("qof-england-2026-27", "DM020", Hba1c)]
    [InlineData("qof-england-2026-27", "DM021", Hba1c)]
    [InlineData("qof-england-2019-20", "DM019", "exclude MDSEVFRAIL, achieve, HTMAX Unsuitable, DMPCAPU Unsuitable, BPDEC PatientChoseNotTo, " + DiabetesTail)]
    [InlineData("qof-england-2026-27", "DM036", "exclude PAT_AGEO79, exclude MDSEVFRAIL, achieve, HTMAX Unsuitable, DMPCAPU Unsuitable, BPORHBPDEC PatientChoseNotTo, " + DiabetesTail)]
    [InlineData("qof-england-2019-20", "HYP003", "exclude PAT_AGEO79, achieve, HTMAX Unsuitable, HYPPCAPU Unsuitable, BPDEC PatientChoseNotTo, " + HypertensionTail)]
    [InlineData("qof-england-2019-20", "HYP007", "exclude PAT_AGEU80, achieve, HTMAX Unsuitable, HYPPCAPU Unsuitable, BPDEC PatientChoseNotTo, " + HypertensionTail)]
    [InlineData("qof-england-2026-27", "HYP010", "exclude PAT_AGEO79, exclude MDSEVFRAIL, achieve, HTMAX Unsuitable, HYPPCAPU Unsuitable, BPORHBPDEC PatientChoseNotTo, " + HypertensionTail)]
    [InlineData("qof-england-2026-27", "HYP011", "exclude PAT_AGEU80, exclude MDSEVFRAIL, achieve, HTMAX Unsuitable, HYPPCAPU Unsuitable, BPORHBPDEC PatientChoseNotTo, " + HypertensionTail)]
    [InlineData("qof-england-2019-20", "BP002", "exclude PAT_AGEU45, achieve, BPDEC1 PatientChoseNotTo, REG1_DAT3 NewlyRegistered")]
    [InlineData("qof-england-2026-27", "BP002", "exclude PAT_AGEU45, achieve, BPDEC1 PatientChoseNotTo, REG1_DAT3 NewlyRegistered")]
    public void The_rows_stand_in_the_published_order_with_their_reasons(string framework, string indicator, string rows)
    {
        var loaded = Rulebook.Framework(framework);
        var rule = Assert.IsType<IndicatorRule.Fraction>(loaded.Rule(loaded.Indicators.Single(i => i.Id == indicator)));
        Assert.Equal(rows, string.Join(", ", rule.Rows.Select(Text)));
    }

    /// <summary>Points and thresholds as in the indicator lists of the two years.</summary>
    [Theory]
    [InlineData("qof-england-2019-20", "DM017", 6, null, null)]
    [InlineData("qof-england-2019-20", "DM019", 10, 38, 78)]
    [InlineData("qof-england-2019-20", "DM020", 17, 35, 75)]
    [InlineData("qof-england-2019-20", "DM021", 10, 52, 92)]
    [InlineData("qof-england-2019-20", "HYP001", 6, null, null)]
    [InlineData("qof-england-2019-20", "HYP003", 14, 40, 77)]
    [InlineData("qof-england-2019-20", "HYP007", 5, 40, 80)]
    [InlineData("qof-england-2019-20", "BP002", 15, 50, 90)]
    [InlineData("qof-england-2026-27", "DM020", 17, 35, 75)]
    [InlineData("qof-england-2026-27", "DM021", 10, 52, 92)]
    [InlineData("qof-england-2026-27", "DM036", 27, 38, 90)]
    [InlineData("qof-england-2026-27", "HYP010", 38, 40, 85)]
    [InlineData("qof-england-2026-27", "HYP011", 14, 40, 85)]
    [InlineData("qof-england-2026-27", "BP002", 15, 50, 90)]
    public void Points_and_thresholds_are_those_of_the_year(string framework, string indicator, int points, int? lower, int? upper)
    {
        var paid = Rulebook.Framework(framework).Indicators.Single(i => i.Id == indicator);
        Assert.Equal((points, lower, upper), (paid.Points, paid.Lower, paid.Upper));
    }

    [Theory]
    [InlineData("qof-england-2018-19", 77, 559)]
    [InlineData("qof-england-2019-20", 68, 559)]
    [InlineData("qof-england-2024-25", 76, 635)]
    [InlineData("qof-england-2025-26", 44, 564)]
    [InlineData("qof-england-2026-27", 43, 582)]
    public void A_framework_lists_all_its_indicators(string framework, int indicators, int points)
    {
        var loaded = Rulebook.Library.Framework(framework);
        Assert.Equal((indicators, points), (loaded.Indicators.Count, loaded.Points));
    }

    private static string Text(Row row) => row.End switch
    {
        RowEnd.Exclude => $"exclude {row.Label}",
        RowEnd.Adjust => $"{row.Label} {row.Reason}",
        _ => row.Name,
    };
}
