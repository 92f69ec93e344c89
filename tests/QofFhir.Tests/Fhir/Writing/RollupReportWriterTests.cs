using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Organisations;
using QofFhir.Fhir.Writing.Rollups;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>Roll-ups and organisations as FHIR, before validators that nobody here wrote.</summary>
public sealed class RollupReportWriterTests
{
    private static readonly Organisation Network = new("U12345", OrganisationKind.Pcn, "Example Network");

    [Fact]
    public void A_roll_up_passes_both_validators_with_its_measure()
    {
        var practice = HandMadePractice.Stratified();
        var indicators = new[] { "DM020", "HYP001" }.Select(id => HandMadePractice.Of(practice, id).Indicator).ToArray();
        var resources = indicators.SelectMany(i => new[]
        {
            HandMadePractice.Write(o => MeasureWriter.Write(o, practice.Framework, i)),
            HandMadePractice.Write(o => new RollupReportWriter().Write(o, Report(practice.Framework, i, Labels(HandMadePractice.Of(practice, i.Id))), HandMadePractice.ComputedAt)),
        }).ToArray();
        var (exit, output) = Validators.Validate(resources);
        Assert.True(exit == 0, output);

        // And they bite: a part of our extension that is not defined is found.
        (exit, output) = Validators.Validate([.. resources.Select(r => r.Replace("\"expected\"", "\"awaited\"", StringComparison.Ordinal))]);
        Assert.Equal(1, exit);
    }

    [Fact]
    public void It_says_sums_score_and_what_is_odd_about_them()
    {
        var practice = HandMadePractice.Stratified();
        var report = JsonNode.Parse(HandMadePractice.Write(o => new RollupReportWriter().Write(o, Report(practice.Framework, HandMadePractice.Of(practice, "DM020").Indicator, []), HandMadePractice.ComputedAt)))!;
        Assert.Equal([300, 300, 10, 40, 200], report["group"]![0]!["population"]!.AsArray().Select(p => (int)p!["count"]!));
        Assert.Equal(0.8m, (decimal)report["group"]![0]!["measureScore"]!["value"]!);
        Assert.Equal("Organization/U12345", (string)report["reporter"]!["reference"]!);
        Assert.Equal(
            ["2 of 3 practices are in these sums.", "Practices used different versions of the rules: 51.2 (1), 51.1 (1)."],
            report["contained"]![0]!["issue"]!.AsArray().Select(i => (string)i!["details"]!["text"]!));
    }

    [Fact]
    public void Organisations_and_affiliations_pass()
    {
        var icb = new Organisation("QHM", OrganisationKind.Icb, "Board");
        var (exit, output) = Validators.Validate([
            HandMadePractice.Write(o => OrganizationWriter.Write(o, Network, true, icb)),
            HandMadePractice.Write(o => OrganizationWriter.Write(o, new("E92000001", OrganisationKind.Country, "England"), false, null)),
            HandMadePractice.Write(o => OrganizationWriter.Write(o, new Affiliation("A81001", "U12345", new(2026, 4, 1), new(2027, 3, 31)), new("A81001", OrganisationKind.Practice, "One"), Network, true))]);
        Assert.True(exit == 0, output);
    }

    /// <summary>All exclusions and all adjustments have the first label of theirs.</summary>
    private static IReadOnlyList<ReportedGroup> Labels(IndicatorResult result) =>
    [
        .. result.Counts!.ExclusionsByLabel.Select((l, i) => new ReportedGroup("outcome-label", l.Label, new(i == 0 ? 5 : 0, i == 0 ? 5 : 0, 0, 0))),
        .. result.Counts.AdjustmentsByLabel.Select((l, i) => new ReportedGroup("outcome-label", l.Label, new(i == 0 ? 20 : 0, 0, i == 0 ? 20 : 0, 0))),
    ];

    private static RollupReport Report(Framework framework, FrameworkIndicator indicator, IReadOnlyList<ReportedGroup> labels)
    {
        var register = indicator.Kind == IndicatorKind.Register;
        var one = register ? new ReportedCounts(150, 0, 0, 0) : new ReportedCounts(150, 5, 20, 100)
        {
            Reasons = new Dictionary<AdjustmentReason, long> { [AdjustmentReason.DidNotRespond] = 20 },
        };
        var rollup = Rollup.Of(
            new HashSet<string> { "A81001", "A81002", "A81003" },
            [
                new("A81001", one) { ListSize = 5000, Groups = labels, Months = register ? [] : [new(AdjustmentReason.DidNotRespond, new(2026, 6, 1), 15), new(AdjustmentReason.DidNotRespond, null, 5)] },
                new("A81002", one) { ListSize = 6000, Groups = labels },
            ]);
        return new RollupReport(
            Network, framework.Id, indicator.Id, indicator.Title, indicator.Kind, MeasureIdentity.Of(framework, indicator).VersionedUrl, framework.YearStart,
            framework.YearStart.AddYears(1).AddDays(-1), framework.YearStart.AddDays(200), new Coverage(3, 3, 2, 0, 1, ["A81003"]),
            register ? rollup with { Achievements = null, Dispersion = null } : rollup, [("51.2", 1), ("51.1", 1)], false);
    }
}
