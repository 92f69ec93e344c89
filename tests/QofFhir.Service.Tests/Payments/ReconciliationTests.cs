using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Service.Payments;

namespace QofFhir.Service.Tests.Payments;

/// <summary>What does not add up is told.</summary>
public sealed class ReconciliationTests
{
    private static readonly Framework Framework = new("qof-x", "X", new DateOnly(2026, 4, 1), "1", [Indicator("DM020"), Indicator("DM021")], new EvaluationPlan([], [], [], []));

    [Fact]
    public void A_penny_that_was_not_kept_is_told()
    {
        var fate = new StatementFate(Draft("A81001", 10.01m), 1, true, null, null);
        Assert.True(Reconciliation.Pounds(10.01m, [fate], new Dictionary<string, decimal?> { ["A81001"] = 10.01m }).Holds);
        Assert.False(Reconciliation.Pounds(10.01m, [fate], new Dictionary<string, decimal?> { ["A81001"] = 10.00m }).Holds);
        Assert.False(Reconciliation.Pounds(10.01m, [fate], new Dictionary<string, decimal?>()).Holds);
        Assert.False(Reconciliation.Practices(3, 1, 1).Holds);
    }

    [Fact]
    public void A_report_that_came_between_is_told_by_its_indicator()
    {
        var read = new Dictionary<string, ReportedCounts> { ["DM020"] = new(100, 0, 0, 50), ["DM021"] = new(100, 0, 0, 51) };
        Assert.All(Reconciliation.Counts(Framework, read, read), c => Assert.True(c.Holds));
        var now = new Dictionary<string, ReportedCounts> { ["DM020"] = new(100, 0, 0, 51), ["DM021"] = new(100, 0, 0, 50) };

        // The sum of all counts is the same, and yet it does not reconcile.
        Assert.Equal(["counts True", "DM020 numerator False", "DM021 numerator False"], Reconciliation.Counts(Framework, read, now).Select(c => $"{c.Check} {c.Holds}"));
    }

    [Fact]
    public void A_register_that_prevalence_is_taken_from_is_compared_too()
    {
        var framework = Framework with { Registers = [Indicator("DM_REG")] };
        var (read, now) = (new Dictionary<string, ReportedCounts> { ["DM_REG"] = new(100, 0, 0, 0) }, new Dictionary<string, ReportedCounts> { ["DM_REG"] = new(101, 0, 0, 0) });
        Assert.Equal(["counts False", "DM_REG population False"], Reconciliation.Counts(framework, read, now).Select(c => $"{c.Check} {c.Holds}"));
    }

    private static FrameworkIndicator Indicator(string id) => new(
        id, id, "Clinical", "Diabetes", IndicatorKind.Fraction, 10, 40, 90, Certainty.Found, Certainty.Found, "", null, Evaluability.Complete);

    private static StatementDraft Draft(string practice, decimal pounds) => new(practice, "qof-x", new DateOnly(2027, 3, 31), false, "", 1, pounds, false, [], []) { Came = null! };
}
