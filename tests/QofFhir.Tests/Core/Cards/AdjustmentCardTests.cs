using QofFhir.Core.Cards;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;
using Xunit;
using static QofFhir.Tests.Core.Cards.Deck;

namespace QofFhir.Tests.Core.Cards;

/// <summary>An adjustment never silences a prompt; what the prompt says depends on its reason.</summary>
public sealed class AdjustmentCardTests
{
    private static readonly CardOptions Plain = new();
    private static readonly CardOptions Separate = new() { Separate = true, Budget = 20 };

    public static TheoryData<bool> Both => [true, false];

    public static TheoryData<AdjustmentReason> Reasons => [.. Enum.GetValues<AdjustmentReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Whatever_the_reason_the_prompt_stays_and_says_that_the_patient_no_longer_counts(AdjustmentReason reason)
    {
        foreach (var wanted in new[] { Plain, Separate })
        {
            var card = Assert.Single(Of(wanted, Adjusted("DM020", reason, null, Hba1c)));
            Assert.Contains("No longer counts against the practice; the care is still owed.", card.Detail, StringComparison.Ordinal);
            Assert.Contains(card.Prompts, p => p.Indicator.Id == "DM020");
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Who_did_not_respond_is_prompted_in_full_because_the_patient_is_here_now(bool separate)
    {
        var card = Assert.Single(Of(Plain with { Separate = separate }, Adjusted("DM020", AdjustmentReason.DidNotRespond, null, Hba1c)));
        Assert.Equal(CardUrgency.Warning, card.Urgency);
        Assert.Contains("did not respond to offers (the last on 3 October 2026): the patient is here now", card.Detail, StringComparison.Ordinal);
        Assert.Equal(["Order: HbA1c"], card.Suggestions.Select(s => s.Label));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Who_chose_not_to_is_told_quietly_and_asked_whether_to_offer_again(bool separate)
    {
        var card = Assert.Single(Of(Plain with { Separate = separate }, Adjusted("DM020", AdjustmentReason.PatientChoseNotTo, null, Hba1c)));
        Assert.Equal(CardUrgency.Info, card.Urgency);
        Assert.Contains("the patient chose not to have it on 3 October 2026: offer again?", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("?.", card.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Nothing_is_drafted_for_who_chose_not_to(bool separate)
    {
        var wanted = Plain with { Separate = separate };
        var declined = Adjusted("DM034", AdjustmentReason.PatientChoseNotTo, null, Statin);
        Assert.Empty(Assert.Single(Of(wanted, declined)).Suggestions);
        var lapses = new ClinicalState(ClinicallyDue.UpToDate, Today.AddDays(7));
        Assert.Empty(Assert.Single(Of(wanted, declined with { Clinical = lapses })).Suggestions);
        Assert.Equal(["Order: HbA1c"], Of(wanted, declined, Outstanding("DM020", Hba1c)).SelectMany(c => c.Suggestions).Select(s => s.Label));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_unsuitable_is_told_quietly_and_never_suggested(bool separate)
    {
        var card = Assert.Single(Of(Plain with { Separate = separate }, Adjusted("DM034", AdjustmentReason.Unsuitable, null, Statin)));
        Assert.Equal(CardUrgency.Info, card.Urgency);
        Assert.Contains("recorded as unsuitable on 3 October 2026 (LABEL): not suggested", card.Detail, StringComparison.Ordinal);
        Assert.Empty(card.Suggestions);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Where_the_service_was_not_available_the_prompt_asks_whether_it_is_now(bool separate)
    {
        var card = Assert.Single(Of(Plain with { Separate = separate }, Adjusted("COPD014", AdjustmentReason.ServiceNotAvailable, null, Asthma)));
        Assert.Equal(CardUrgency.Warning, card.Urgency);
        Assert.Contains("the service was not available on 3 October 2026: check whether it is available now", card.Detail, StringComparison.Ordinal);
        Assert.Single(card.Suggestions);
    }

    [Theory]
    [InlineData(AdjustmentReason.NewlyDiagnosed, "newly diagnosed")]
    [InlineData(AdjustmentReason.NewlyRegistered, "newly registered")]
    public void Someone_new_is_in_time_until_a_date_and_prompted_as_due(AdjustmentReason reason, string word)
    {
        // By the patient's own window to 2 July; but from 1 April on the new year asks like for everybody.
        var card = Assert.Single(Of(Plain, Adjusted("DM020", reason, new DateOnly(2027, 7, 3), Hba1c)));
        Assert.Contains($"{word} on 3 October 2026: in time until 31 March 2027.", card.Detail, StringComparison.Ordinal);
        Assert.Equal(CardUrgency.Warning, card.Urgency);
        Assert.StartsWith("Due now: HbA1c", card.Summary, StringComparison.Ordinal);
        Assert.Contains("in time until 9 January 2027.", Assert.Single(Of(Plain, Adjusted("DM020", reason, new DateOnly(2027, 1, 10), Hba1c))).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AdjustmentReason.NewlyDiagnosed)]
    [InlineData(AdjustmentReason.NewlyRegistered)]
    public void Someone_new_is_told_no_date_that_has_no_meaning(AdjustmentReason reason)
    {
        var inDate = Adjusted("DM020", reason, null, Hba1c) with { Clinical = new ClinicalState(ClinicallyDue.UpToDate, Today.AddDays(7)) };
        Assert.Contains("on 3 October 2026: in date, next due from 7 December 2026.", Assert.Single(Of(Plain, inDate)).Detail, StringComparison.Ordinal);
        var done = inDate with { Clinical = new ClinicalState(ClinicallyDue.UpToDate) };
        Assert.Contains("on 3 October 2026: in date.", Assert.Single(Of(Plain, done)).Detail, StringComparison.Ordinal);
        var vaccine = Hba1c with { Id = "mmr", Sitting = Blood with { Kind = CareKind.Vaccination } };
        Assert.Contains("on 3 October 2026: due.", Assert.Single(Of(Plain, Adjusted("VI002", reason, new DateOnly(2027, 2, 1), vaccine))).Detail, StringComparison.Ordinal);
        Assert.Contains("on 3 October 2026: due.", Assert.Single(Of(Plain, Adjusted("DM020", reason, null, Hba1c))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_treatment_that_is_unsuitable_for_one_indicator_is_suggested_for_none()
    {
        var card = Assert.Single(Of(Plain, Adjusted("DM034", AdjustmentReason.Unsuitable, null, Statin), Outstanding("CHD020", Statin), Outstanding("DM020", Hba1c)));
        Assert.Equal(["Order: HbA1c"], card.Suggestions.Select(s => s.Label));
    }

    [Fact]
    public void A_treatment_that_another_indicator_asks_for_is_never_called_overdue_without_saying_that_it_is_unsuitable()
    {
        Prompt[] prompts = [Adjusted("DM034", AdjustmentReason.Unsuitable, null, Statin), Outstanding("CHD020", Statin), Outstanding("DM020", Hba1c)];
        var card = Assert.Single(Of(Plain, prompts));
        Assert.Equal("Overdue: HbA1c. Statin: recorded as unsuitable on 3 October 2026 for DM034", card.Summary);
        Assert.Contains("- Medicines: Statin (none recorded; recorded as unsuitable on 3 October 2026 for DM034)\n", card.Detail, StringComparison.Ordinal);
        card = Of(Separate, prompts).Single(c => c.Name == "CHD020");
        Assert.Equal("Statin (recorded as unsuitable on 3 October 2026 for DM034): not in date (CHD020)", card.Summary);
        Assert.Contains("- Statin: none recorded; recorded as unsuitable on 3 October 2026 for DM034\n", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("for DM034", Of(Separate, prompts).Single(c => c.Name == "DM034").Detail, StringComparison.Ordinal);

        var reception = Assert.Single(Of(Plain with { Role = StaffRole.Reception }, prompts));
        Assert.DoesNotContain("tatin", reception.Summary + reception.Detail, StringComparison.Ordinal);
        Assert.Empty(Of(Plain with { Role = StaffRole.Reception }, prompts[..2]));
    }

    [Fact]
    public void A_sample_is_no_treatment_and_stays_suggested_for_another_indicator()
    {
        var card = Assert.Single(Of(Plain, Adjusted("DM020", AdjustmentReason.Unsuitable, null, Hba1c), Outstanding("MH012", Hba1c)));
        Assert.Equal(["Order: HbA1c"], card.Suggestions.Select(s => s.Label));
    }
}
