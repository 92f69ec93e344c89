using QofFhir.Core.Achievement;
using QofFhir.Core.Cards;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;
using Xunit;
using static QofFhir.Tests.Core.Cards.Deck;

namespace QofFhir.Tests.Core.Cards;

/// <summary>Where one of several is enough, one is asked for: nobody is to be given two blood thinners because a rule takes either.</summary>
public sealed class AlternativeCareTests
{
    private static readonly DateOnly On = new(2026, 11, 1);

    [Fact]
    public void Of_an_antiplatelet_or_an_anticoagulant_one_is_asked_for()
    {
        var card = Card("Cas | 1956-07-01 | CHD 2020-06-01", "CHD005");
        Assert.Equal("Overdue: antiplatelet or anticoagulant", card.Summary);
        Assert.Equal(["Prescribe: Antiplatelet or anticoagulant"], card.Suggestions.OfType<Suggestion.Give>().Select(s => s.Label));
    }

    [Fact]
    public void What_does_as_well_is_named_with_what_is_asked_for()
    {
        var card = Card("Dee | 1966-07-01 | NDH 2020-06-01", "NDH003");
        Assert.Equal("Overdue: HbA1c or blood glucose", card.Summary);
        Assert.Contains("- Blood test: HbA1c or blood glucose (none recorded)", card.Detail, StringComparison.Ordinal);

        // Another that takes HbA1c alone is not settled by the other.
        var either = Outstanding("NDH003") with { Open = [new OpenCare("line", [Hba1c, Lipids], null, null) { Told = [Hba1c] }] };
        Assert.Equal("Overdue: HbA1c or cholesterol", Assert.Single(Of(new CardOptions(), either)).Summary);
        Assert.Equal("Overdue: HbA1c", Assert.Single(Of(new CardOptions(), either, Outstanding("DM020", Hba1c))).Summary);
    }

    [Fact]
    public void What_the_rules_take_where_it_does_not_fit_is_named_too()
    {
        Assert.Contains(
            "Statin (none recorded; where it does not fit, another lipid-lowering medicine)",
            Card("Eve | 1956-07-01 | CHD 2020-06-01", "CHOL003").Detail, StringComparison.Ordinal);
        Assert.Contains(
            "Direct-acting anticoagulant (DOAC) (none recorded; where it does not fit, vitamin K antagonist)",
            Card("Fay | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01", "AF008").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_that_is_unsuitable_is_not_named()
    {
        var either = Outstanding("CHD005") with { Open = [new OpenCare("line", [Asthma, Statin], null, null) { Told = [Asthma], IfUnfit = [Statin] }] };
        Assert.Equal("Overdue: asthma review or statin", Assert.Single(Of(new CardOptions(), either)).Summary);
        var card = Assert.Single(Of(new CardOptions(), either, Adjusted("DM034", AdjustmentReason.Unsuitable, null, Statin)));
        Assert.Equal("Overdue: asthma review", card.Summary);
        Assert.DoesNotContain("tatin", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_on_warfarin_is_not_told_that_no_anticoagulant_is_recorded() => Assert.Equal(
        "Overdue: direct-acting anticoagulant (DOAC)",
        Card("Ann | 1956-07-01 | AFIB 2020-06-01, CHADVASC 3 2020-06-01, VITKANTAGDRUG 2026-10-01", "AF008").Summary);

    [Fact]
    public void All_that_is_required_together_is_asked_for() => Assert.Equal(
        8, Prompts("Bob | 1966-07-01 | DM 2020-06-01", "DM037").Prompts.Single().Open.SelectMany(o => o.Told).Distinct().Count());

    [Fact]
    public void While_the_alternative_is_ordered_nothing_is_asked()
    {
        var either = Outstanding("CHD005") with { Open = [new OpenCare("line", [Statin, Asthma], null, null) { Told = [Statin] }] };
        var orders = new CardOptions { Purpose = CardPurpose.Orders };
        Assert.Single(Of(orders, either));
        Assert.Empty(Of(orders with { Ordered = new HashSet<string> { Asthma.Id } }, either));
    }

    [Fact]
    public void While_ordering_only_what_asks_for_medicines_is_said_not_to_be_evaluated()
    {
        var rules = Rulebook.Framework("qof-england-2026-27");
        var patient = new PatientPrompts(rules, true, Today, [.. rules.Indicators.Where(i => i.Kind == IndicatorKind.Fraction).Select(i => Unknown(i.Id) with { Indicator = i })]);
        Assert.Contains(
            "**Not evaluated**: AF008, CHD005, CHOL003, DM006, DM034, DM035, HF009, STIA007.",
            Assert.Single(CardDeck.Of(patient, [], new CardOptions { Purpose = CardPurpose.Orders })).Detail, StringComparison.Ordinal);
        Assert.Contains("DM020", Assert.Single(CardDeck.Of(patient, [], new CardOptions())).Detail, StringComparison.Ordinal);
        var none = patient with { Prompts = [.. patient.Prompts.Where(p => p.Indicator.Id == "DM020")] };
        Assert.Empty(CardDeck.Of(none, [], new CardOptions { Purpose = CardPurpose.Orders }));
    }

    [Fact]
    public void A_medicine_is_not_suggested_by_another_name_than_that_by_which_it_is_unsuitable()
    {
        var rules = Rulebook.Framework("qof-england-2026-27");
        Care Named(string id) => rules.Care.Single(c => c.Id == id);
        var plan = rules.Plan with { Clusters = [.. rules.Plan.Clusters.Select(c => c.Name is "ORANTICOAGDRUG_COD" or "DIRECTORANTICOAGDRUG_COD" ? c with { Codes = new HashSet<string> { "a|1" } } : c)] };
        var patient = new PatientPrompts(
            rules with { Plan = plan }, true, Today,
            [Adjusted("CHD005", AdjustmentReason.Unsuitable, null, Named("anticoagulant")), Outstanding("AF008", Named("doac")), Outstanding("DM034", Named("statin"))]);
        Assert.Equal(["Prescribe: Statin"], Assert.Single(CardDeck.Of(patient, [], new CardOptions())).Suggestions.Select(s => s.Label));
    }

    [Fact]
    public void No_test_that_was_not_done_is_offered_as_an_adjustment() => Assert.DoesNotContain(
        "SERFRUC_COD", Prompter.AdjustmentClusters(Rulebook.Framework("qof-england-2026-27")));

    private static Card Card(string patient, string indicator) => Assert.Single(CardDeck.Of(Prompts(patient, indicator), [], new CardOptions()));

    private static PatientPrompts Prompts(string patient, string indicator)
    {
        var table = SpecTable.Of("qof-england-2026-27", "2026-11-01", "patient | born | events\n" + patient);
        var framework = Rulebook.Framework(table.Framework);
        PracticeRecords records = SpecPractice.Build(framework.Plan, table.Patients);
        var one = framework with { Indicators = [framework.Indicators.Single(i => i.Id == indicator)] };
        return new Prompter(one).Of(records, 0, On);
    }
}
