using QofFhir.Core.Cards;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;
using Xunit;
using static QofFhir.Tests.Core.Cards.Deck;

namespace QofFhir.Tests.Core.Cards;

public sealed class DeckTests
{
    private static readonly CardOptions Plain = new();

    [Fact]
    public void Nothing_due_and_everything_evaluated_draws_no_card() => Assert.Empty(Of(Plain));

    [Fact]
    public void One_card_gathers_what_one_sitting_settles()
    {
        var card = Assert.Single(Of(Plain, Outstanding("DM020", Hba1c), Outstanding("DM037", Hba1c, Lipids), Outstanding("DM034", Statin)));
        Assert.Equal("Overdue: statin, HbA1c, cholesterol", card.Summary);
        Assert.Contains("- Medicines: Statin (none recorded)\n- Blood test: HbA1c (none recorded); Cholesterol (none recorded)\n", card.Detail, StringComparison.Ordinal);
        Assert.Equal(["Prescribe: Statin", "Order: HbA1c, Cholesterol"], card.Suggestions.Select(s => s.Label));
        Assert.Contains("QOF test, business rules 51.2. Judged on 30 November 2026.", card.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(57, false)]
    [InlineData(56, true)]
    [InlineData(1, true)]
    public void Care_in_date_draws_a_card_from_its_lead_time_on(int daysAhead, bool drawn)
    {
        var lapses = Today.AddDays(daysAhead);
        var cards = Of(Plain, Later("DM020", lapses, Hba1c));
        Assert.Equal(drawn, cards.Count == 1);
        Assert.All(cards, c =>
        {
            Assert.Contains($"next due from {lapses:d MMMM yyyy}", c.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain("none recorded", c.Detail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_is_due_later_is_told_with_what_is_due_and_not_suggested()
    {
        var card = Assert.Single(Of(Plain, Outstanding("DM034", Statin), Later("DM020", new DateOnly(2027, 2, 12), Hba1c)));
        Assert.Contains("**Due by 31 March 2027**\n- Blood test: HbA1c (next due from 12 February 2027)", card.Detail, StringComparison.Ordinal);
        Assert.Equal(["Prescribe: Statin"], card.Suggestions.Select(s => s.Label));
        Assert.Equal("Overdue: statin", card.Summary);
    }

    [Fact]
    public void Care_that_was_given_and_missed_its_target_is_not_called_not_done()
    {
        var given = Outstanding("DM020", Hba1c) with { Open = [new OpenCare("IFCCHBA_VAL <= 58", [Hba1c], new DateOnly(2026, 9, 2), "64 mmol/mol", GivenInTime: true)] };
        Assert.Contains("HbA1c not as wanted (last 64 mmol/mol on 2 September 2026)", Assert.Single(Of(Plain, given)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_evaluated_is_stated_where_silence_would_look_like_all_is_well()
    {
        var card = Assert.Single(Of(Plain, Unknown("AF006"), Unknown("DM020")));
        Assert.Equal(("not-evaluated", CardUrgency.Info, "2 QOF indicators could not be evaluated for this patient"), (card.Name, card.Urgency, card.Summary));
        Assert.Contains("**Not evaluated**: AF006, DM020.", card.Detail, StringComparison.Ordinal);
        Assert.Contains("**Not evaluated**: AF006.", Assert.Single(Of(Plain, Unknown("AF006"), Outstanding("DM034", Statin))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_read_is_stated_with_and_without_other_cards()
    {
        var wanted = Plain with { Statements = ["3 entries of the record could not be read."] };
        Assert.Contains("3 entries", Assert.Single(Of(wanted)).Detail, StringComparison.Ordinal);
        Assert.Contains("3 entries", Assert.Single(Of(wanted, Outstanding("DM034", Statin))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_due_by_a_stored_record_is_said_with_its_age_and_what_was_not_read()
    {
        var wanted = Plain with { StoredAt = "29 November 2026, 06:00", Source = "the stored record as of 29 November 2026, 06:00" };
        var card = Assert.Single(Of(wanted, Later("DM020", new DateOnly(2027, 3, 20), Hba1c)));
        Assert.Equal((CardUrgency.Info, "No QOF prompts by the record that was stored on 29 November 2026, 06:00"), (card.Urgency, card.Summary));
        Assert.Contains("the stored record as of 29 November 2026, 06:00", card.Detail, StringComparison.Ordinal);
        card = Assert.Single(Of(wanted with { Statements = ["3 entries could not be read."] }));
        Assert.EndsWith("; part of it is not known", card.Summary, StringComparison.Ordinal);
        Assert.Contains("3 entries", card.Detail, StringComparison.Ordinal);
        Assert.Equal("Overdue: statin", Assert.Single(Of(wanted, Outstanding("DM034", Statin))).Summary);
    }

    [Fact]
    public void Who_is_not_on_the_list_is_told_apart_from_who_needs_nothing() =>
        Assert.Equal("not-on-list", Assert.Single(CardDeck.Of(Patient() with { OnList = false }, [], Plain)).Name);

    [Theory]
    [InlineData("*", true)]
    [InlineData("DM020", true)]
    [InlineData("DM020/outstanding", true)]
    [InlineData("DM020/unsuitable", false)]
    [InlineData("DM034", false)]
    public void A_prompt_that_is_switched_off_leaves_a_statement_in_its_place(string name, bool off)
    {
        var card = Assert.Single(Of(Plain with { Off = new Dictionary<string, string> { [name] = "codes under review" } }, Outstanding("DM020", Hba1c)));
        Assert.Equal(off, card.Prompts.Count == 0);
        Assert.Equal(off, card.Detail.Contains("**Switched off**: DM020 (codes under review).", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DM020", 1, false)]
    [InlineData("*", 1, false)]
    [InlineData("DM020", 0, true)]
    [InlineData("DM034", 1, true)]
    public void What_was_put_off_comes_back_on_its_day(string indicator, int days, bool drawn) => Assert.Equal(
        drawn, Assert.Single(Of(Plain with { Snoozed = PutOff(indicator, days) }, Outstanding("DM020", Hba1c))).Prompts.Count == 1);

    [Fact]
    public void Where_all_was_put_off_a_quiet_card_says_until_when_and_why()
    {
        var wanted = Plain with { Snoozed = PutOff("*", 7) };
        var card = Assert.Single(Of(wanted, Outstanding("DM020", Hba1c), Later("DM034", Today.AddDays(90), Statin)));
        Assert.Equal(("put-off", CardUrgency.Info, "QOF prompts put off until 7 December 2026: no time today"), (card.Name, card.Urgency, card.Summary));
        Assert.Contains("**Put off** until 7 December 2026: no time today. DM020, DM034.", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("no time today", Assert.Single(Of(wanted with { Role = StaffRole.Reception }, Outstanding("DM020", Hba1c))).Detail, StringComparison.Ordinal);
        Assert.Empty(Of(wanted, Later("DM034", Today.AddDays(90), Statin)));
        Assert.Empty(Of(wanted with { Role = StaffRole.Pharmacist }, Outstanding("AST007", Asthma)));

        var two = PutOff("DM020", 7).Concat(PutOff("*", 3)).ToDictionary();
        card = Assert.Single(Of(wanted with { Snoozed = two }, Outstanding("DM020", Hba1c), Outstanding("DM034", Statin)));
        Assert.Equal("QOF prompts put off, the first until 3 December 2026: no time today", card.Summary);
        Assert.Contains("3 December 2026: no time today. DM034.\n\n**Put off** until 7 December 2026: no time today. DM020.", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Putting_one_prompt_off_is_told_on_the_card_of_the_others() => Assert.Contains(
        "**Put off** until 1 December 2026: no time today. DM020.",
        Assert.Single(Of(Plain with { Snoozed = PutOff("DM020", 1) }, Outstanding("DM020", Hba1c), Outstanding("DM034", Statin))).Detail,
        StringComparison.Ordinal);

    [Fact]
    public void A_role_sees_what_it_may_give_and_that_there_is_more()
    {
        var card = Assert.Single(Of(Plain with { Role = StaffRole.HealthcareAssistant }, Outstanding("DM020", Hba1c), Outstanding("DM034", Statin)));
        Assert.Equal("Overdue: HbA1c", card.Summary);
        Assert.Contains("**For others of the team**: Medicines.", card.Detail, StringComparison.Ordinal);
        Assert.Equal(["Order: HbA1c"], card.Suggestions.Select(s => s.Label));
        Assert.Empty(Of(Plain with { Role = StaffRole.Pharmacist }, Outstanding("AST007", Asthma)));
    }

    [Fact]
    public void Adjustments_are_offered_for_what_the_card_speaks_of_alone()
    {
        var options = new[] { "DM020", "DM034" }.Select(i => new AdjustmentOption(AdjustmentReason.Unsuitable, "X_COD", "a|" + i, [i])).ToList();
        var card = Assert.Single(CardDeck.Of(
            Patient(Outstanding("DM020", Hba1c), Outstanding("DM034", Statin)), options, Plain with { Role = StaffRole.HealthcareAssistant }));
        Assert.Equal([options[0]], card.Reasons);
        Assert.Equal([options[0]], card.Suggestions.OfType<Suggestion.Adjust>().Select(s => s.Option));
    }

    [Fact]
    public void Reception_sees_what_to_book_and_nothing_clinical()
    {
        var high = Outstanding("DM020", Hba1c) with { Open = [new OpenCare("line", [Hba1c], new DateOnly(2026, 9, 2), "64 mmol/mol")] };
        var card = Assert.Single(Of(
            new CardOptions { Role = StaffRole.Reception, Purpose = CardPurpose.Recall }, high, Adjusted("DM034", AdjustmentReason.Unsuitable, null, Statin), Adjusted("AST007", AdjustmentReason.DidNotRespond, null, Asthma)));
        Assert.Contains("- Blood test: HbA1c\n- Review: Asthma review", card.Detail, StringComparison.Ordinal);
        Assert.Contains("no longer counts against the practice; the care is still owed.", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("64", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Statin", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("respond", card.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AdjustmentReason.Unsuitable)]
    [InlineData(AdjustmentReason.PatientChoseNotTo)]
    public void Reception_is_not_told_that_care_is_due_which_was_decided_against(AdjustmentReason reason) => Assert.Empty(Of(
        new CardOptions { Role = StaffRole.Reception }, Adjusted("DM034", reason, null, Statin)));

    [Fact]
    public void Reception_gets_one_card_for_all_and_no_result_also_where_a_card_an_indicator_is_wanted()
    {
        var high = Outstanding("DM020", Hba1c) with { Open = [new OpenCare("line", [Hba1c], new DateOnly(2026, 9, 2), "64 mmol/mol")] };
        var card = Assert.Single(Of(new CardOptions { Role = StaffRole.Reception, Separate = true }, high, Outstanding("AST007", Asthma)));
        Assert.DoesNotContain("64", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Cards_are_few_and_the_last_one_names_what_was_left_out()
    {
        var cards = Of(Plain with { Separate = true, Budget = 2 }, Outstanding("AST007", Asthma), Outstanding("DM020", Hba1c), Outstanding("DM034", Statin));
        Assert.Equal(["DM034", "DM020"], cards.Select(c => c.Name));
        Assert.Contains("**Not shown here**, to keep cards few: AST007.", cards[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void While_ordering_only_medicines_are_spoken_of_and_not_what_is_being_ordered()
    {
        var orders = Plain with { Purpose = CardPurpose.Orders };
        Assert.Equal("Overdue: statin", Assert.Single(Of(orders, Outstanding("DM020", Hba1c), Outstanding("DM034", Statin))).Summary);
        Assert.Empty(Of(orders with { Ordered = new HashSet<string> { "statin" } }, Outstanding("DM034", Statin)));
        Assert.Single(Of(orders with { Ordered = new HashSet<string> { "statin" } }, Adjusted("DM034", AdjustmentReason.Unsuitable, null, Statin)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Frailty_stands_before_everything(bool separate)
    {
        var card = Assert.Single(CardDeck.Of(Patient(Outstanding("DM034", Statin)) with { Frailty = "severe" }, [], Plain with { Separate = separate }));
        Assert.StartsWith("**Severe frailty is recorded.**", card.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void Rules_of_another_year_are_called_so(string today, bool said) => Assert.Equal(said, Assert.Single(CardDeck.Of(
        Patient(Outstanding("DM034", Statin)) with { Today = DateOnly.ParseExact(today, "yyyy-MM-dd", null) }, [], Plain)).Detail.Contains("**These are rules of another year.**", StringComparison.Ordinal));

    [Fact]
    public void A_summary_has_fewer_than_140_signs_and_ends_at_a_word()
    {
        var care = Enumerable.Range(0, 4).Select(i => Statin with { Id = $"c{i}", Title = $"Statement of medicine number {i} that goes on and on" }).ToArray();
        var card = Assert.Single(Of(Plain, Outstanding("DM034", care)));
        Assert.InRange(card.Summary.Length, 70, 139);
        Assert.EndsWith("…", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_comes_from_outside_ends_as_markup()
    {
        var card = Assert.Single(Of(Plain with { Statements = ["<script>alert(1)</script> [x](javascript:y)"] }));
        Assert.DoesNotContain("<script>", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](", card.Detail, StringComparison.Ordinal);
    }

    private static Dictionary<string, PutOff> PutOff(string indicator, int days) => new() { [indicator] = new PutOff(Today.AddDays(days), "no time today") };
}
