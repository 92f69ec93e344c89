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
