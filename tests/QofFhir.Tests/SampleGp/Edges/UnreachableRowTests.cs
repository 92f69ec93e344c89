using QofFhir.Core.Records;
using QofFhir.SampleGp.Edges;
using QofFhir.Tests.Definitions.Language;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>A row that no patient can come to is told from one for which no patient was found.</summary>
public sealed class UnreachableRowTests
{
    private const string Referral = """
        fields:
          earliest: DM DSEP
        indicators:
          T001:
            title: Referred within nine months
            population: everyone
            rules:
              - { exclude: NODM, when: "DM_DAT is absent" }
              - { exclude: DM_DAT2, when: "DM_DAT <= PPED - 21 months" }
              - { exclude: DM_DAT3, when: "DM_DAT > PPED - 9 months and DSEP_DAT is absent" }
              - { achieve: "DSEP_DAT <= DM_DAT + 9 months" }
              - { adjust: DIAG1_DAT, reason: newly-diagnosed, when: "DM_DAT > PPED - $months months" }
        """;

    [Fact]
    public void The_newly_diagnosed_are_all_decided_above()
    {
        var row = Coverage(Referral.Replace("$months", "3", StringComparison.Ordinal)).Rows.Single(r => r.Row == "5 DIAG1_DAT");

        Assert.Equal((0, false), (row.Patients, row.IsUnhit));
        Assert.Equal("whoever fits it is decided above, by 3 DM_DAT3 or 4 achieve", row.Unreachable);
    }

    [Fact]
    public void A_longer_window_lets_some_through() =>
        Assert.NotEqual(0, Coverage(Referral.Replace("$months", "12", StringComparison.Ordinal)).Rows.Single(r => r.Row == "5 DIAG1_DAT").Patients);

    private static EdgeCoverage Coverage(string parts)
    {
        var framework = Compiled.Ruleset(parts + "\n").Framework();
        return EdgePractice.Make(framework, new CodeIndex(new HashSet<string>(), new HashSet<string>(), new Dictionary<string, PressurePart>(), new Dictionary<string, string>()),
            new EdgeRecipe(framework.YearStart.AddYears(1).AddDays(-1), [])).Coverage;
    }
}
