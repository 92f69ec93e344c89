using QofFhir.Core;
using QofFhir.Core.Prompts;
using QofFhir.Core.Recall;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Recall;

/// <summary>What became of recalls annotates a worklist and changes nothing that is counted.</summary>
public sealed class OutcomeTests
{
    private const string Year = "qof-england-2026-27";

    [Theory]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-09", true)]
    [InlineData("2026-12-10", false)]
    [InlineData("2026-12-11", false)]
    public void Who_is_booked_leaves_the_list_until_the_day(string today, bool away) =>
        Assert.Equal(away, Of(today, Outcome("2026-11-30", RecallOutcomeKind.Booked, "2026-12-10")).Counts.Booked == 1);

    [Theory]
    [InlineData(RecallOutcomeKind.Invited, true)]
    [InlineData(RecallOutcomeKind.NotReached, true)]
    [InlineData(RecallOutcomeKind.Attended, false)]
    [InlineData(RecallOutcomeKind.DidNotAttend, false)]
    [InlineData(RecallOutcomeKind.Declined, false)]
    public void A_booking_stands_until_something_ends_it(RecallOutcomeKind then, bool away) =>
        Assert.Equal(away, Of("2026-12-02", Outcome("2026-11-30", RecallOutcomeKind.Booked, "2026-12-10"), Outcome("2026-12-01", then)).Counts.Booked == 1);

    [Theory]
    [InlineData("2026-11-30", true, "invited on 2026-11-30 (letter)")]
    [InlineData("2026-11-29", false, "invited on 2026-11-29 (letter), not in the record yet")]
    public void An_invitation_says_whether_the_record_has_it(string on, bool inRecord, string text)
    {
        var note = Assert.Single(Assert.Single(Of("2026-12-01", Outcome(on, RecallOutcomeKind.Invited)).Patients).Notes);
        Assert.Equal((inRecord, text), (note.InRecord!.Value, note.Text));
    }

    [Fact]
    public void Declining_is_to_be_recorded_elsewhere_and_until_then_the_care_is_outstanding()
    {
        var before = Assert.Single(Of("2026-12-01").Patients);
        var after = Assert.Single(Of("2026-12-01", Outcome("2026-11-30", RecallOutcomeKind.Declined)).Patients);
        Assert.Contains("record it in the clinical system; until then the care counts as outstanding", Assert.Single(after.Notes).Text, StringComparison.Ordinal);
        Assert.Equal(PromptState.Outstanding, after.Items[0].Prompt.State);
        Assert.Equal(before.Items[0].Prompt.Outcome, after.Items[0].Prompt.Outcome);
    }

    [Fact]
    public void Outcomes_count_for_nothing()
    {
        var kinds = Enum.GetValues<RecallOutcomeKind>().Where(k => k != RecallOutcomeKind.Booked).Select(k => Outcome("2026-11-29", k)).ToArray();
        var (without, with) = (Of("2026-12-01"), Of("2026-12-01", kinds));
        Assert.Equal(without.Counts, with.Counts);
        Assert.Equal(Lines(without), Lines(with));
        Assert.Single(Assert.Single(Assert.Single(with.Patients).Invitations).Of.Counted);
        Assert.Equal(kinds.Length, with.Patients[0].Notes.Count);

        static IEnumerable<string> Lines(Worklist worklist) => RecallSheet.ByIndicator(worklist).Rows.Select(r => string.Join('|', r));
    }

    [Fact]
    public void All_that_is_wrong_with_an_entry_is_told_and_not_the_patients_id()
    {
        var told = new List<string>();
        Assert.Null(new OutcomeEntry("secret-id", "1 May", "gone", "pigeon", "soon").Check(_ => false, Terms.Day("2026-12-01"), Tell));
        Assert.Equal(["patient", "on", "outcome", "method", "until"], told.Select(t => t.Split(' ')[0]));
        Assert.DoesNotContain(told, t => t.Contains("secret", StringComparison.Ordinal));

        told.Clear();
        Assert.Null(new OutcomeEntry("a", "2026-12-02", "booked", "app", "2026-12-01").Check(_ => true, Terms.Day("2026-12-01"), Tell));
        Assert.Equal(["on is after today", "until is before the day of booking"], told);

        told.Clear();
        Assert.Null(new OutcomeEntry("a", "2026-12-01", "booked", "app", "").Check(_ => true, Terms.Day("2026-12-01"), Tell));
        Assert.Null(new OutcomeEntry("a", "2026-12-01", "declined", "app", "2026-12-02").Check(_ => true, Terms.Day("2026-12-01"), Tell));
        Assert.Equal(["until is empty: what is booked has the day of the appointment", "until is for what is booked alone"], told);

        told.Clear();
        Assert.Null(new OutcomeEntry("a", "2026-12-01", "booked", "app", "2126-12-02").Check(_ => true, Terms.Day("2026-12-01"), Tell));
        Assert.NotNull(new OutcomeEntry("a", "2026-12-01", "booked", "app", "2028-12-01").Check(_ => true, Terms.Day("2026-12-01"), Tell));
        Assert.Equal(["until is more than 2 years after the day of booking"], told);

        void Tell(string column, string text) => told.Add($"{column} {text}");
    }

    private static RecallOutcome Outcome(string on, RecallOutcomeKind kind, string? until = null) =>
        new("Ann", Terms.Day(on), kind, "letter", until is null ? null : Terms.Day(until));

    private static Worklist Of(string today, params RecallOutcome[] outcomes)
    {
        var framework = Rulebook.Framework(Year);
        var records = SpecPractice.Build(framework.Plan, SpecTable.Of(Year, today, """
            patient | born       | events
            Ann     | 1966-07-01 | HYP 2020-06-01, HYPINVITE 2026-11-30
            """).Patients);
        return Qof.Worklist(framework, records, new RecallQuestion(Terms.Day(today)) { Indicators = ["HYP010"] }, null, outcomes);
    }
}
