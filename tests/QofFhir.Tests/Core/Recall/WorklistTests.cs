using QofFhir.Core;
using QofFhir.Core.Prompts;
using QofFhir.Core.Recall;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Recall;

/// <summary>Patients drawn as tables, and where a worklist has them.</summary>
public sealed class WorklistTests
{
    private const string Year = "qof-england-2026-27";

    private static readonly string[] Pressure = ["HYP010"];

    private static readonly string[] Diabetes = ["DM020", "DM036", "DM037", "HYP010"];

    [Fact]
    public void Everyone_on_the_list_stands_in_one_place_alone()
    {
        var worklist = Of("2026-12-01", new(Terms.Day("2026-12-01")) { Indicators = Pressure, BirthMonths = [7] }, """
            patient   | born       | events
            due       | 1966-07-01 | HYP 2020-06-01
            soon      | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2026-01-26
            later     | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2026-01-27
            done      | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2026-10-01
            declined  | 1966-07-01 | HYP 2020-06-01, HYPPCADEC 2026-09-01
            August    | 1966-08-01 | HYP 2020-06-01
            well      | 1966-07-01 |
            booked    | 1966-07-01 | HYP 2020-06-01
            """, new RecallOutcome("booked", Terms.Day("2026-11-30"), RecallOutcomeKind.Booked, "telephone", Terms.Day("2026-12-02")));

        Assert.Equal(["due", "soon"], Ids(worklist.Patients));
        Assert.Equal(["declined"], Ids(worklist.DecidedAgainst));
        Assert.Equal(["booked"], Ids(worklist.Booked));
        Assert.Equal(new WorklistCounts(2, 1, 1, 1, 2, 1), worklist.Counts);
        Assert.Equal(8, worklist.Counts.ListSize);
        Assert.Equal(1, worklist.WithoutDecided().Counts.DecidedAgainst);
        Assert.Empty(worklist.WithoutDecided().DecidedAgainst);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-12-01", "2026-11-20")]
    public void Since_when_care_is_due_is_the_day_on_which_it_lapsed(string today, string since) =>
        Assert.Equal(Terms.Day(since), Item(today, "HYP 2020-06-01, CLINBP 150/90 2024-01-01, CLINBP 135/85 2025-11-20").Since);

    [Theory]
    [InlineData("HYP 2020-06-01", null)]
    [InlineData("HYP 2020-06-01, CLINBP 150/85 2025-11-20", null)]
    [InlineData("HYP 2020-06-01, CLINBP 135/85 2026-05-01, CLINBP 150/85 2026-09-03", "2026-09-03")]
    [InlineData("HYP 2020-06-01, CLINBP 135/85 2025-05-01, CLINBP 150/85 2026-09-03", "2026-05-01")]
    [InlineData("HYP 2020-06-01, CLINBP 135/85 2015-05-01", null)]
    public void Since_is_the_day_of_a_later_record_that_ended_it_and_nothing_where_it_was_never_done(string events, string? since) =>
        Assert.Equal(since is null ? null : Terms.Day(since), Item("2026-12-01", events).Since);

    [Fact]
    public void What_is_in_date_says_when_it_lapses_and_not_since_when_it_is_due()
    {
        var item = Item("2026-12-01", "HYP 2020-06-01, CLINBP 135/85 2026-01-05");
        Assert.Equal((PromptState.DueLater, Terms.Day("2027-01-05"), null), (item.Prompt.State, item.Prompt.NextDue!.Value, item.Since));
    }

    [Fact]
    public void A_visit_gathers_what_it_settles_for_several_indicators_and_the_fullest_stands_first()
    {
        var patient = Assert.Single(Of("2026-12-01", new(Terms.Day("2026-12-01")) { Indicators = Diabetes }, """
            patient | born       | events
            Ann     | 1966-07-01 | DM 2015-01-01, HYP 2020-06-01
            """).Patients);
        Assert.Equal(Diabetes, patient.Items.Select(i => i.Prompt.Indicator.Id).Order(StringComparer.Ordinal));
        var measurements = patient.Sittings.Single(s => s.Sitting!.Id == "measurements");
        Assert.Equal(["Blood pressure", "Body mass index"], measurements.Care.Select(c => c.Title));
        Assert.Equal(["DM036", "DM037", "HYP010"], measurements.Indicators.Order(StringComparer.Ordinal));
        Assert.Same(measurements, patient.Sittings[0]);
        Assert.Equal(patient.Sittings.Count, patient.Sittings.Select(s => s.Sitting).Distinct().Count());
        Assert.Equal(["DM020", "DM036", "DM037"], patient.Invitations.Single(i => i.Of.Clusters.Contains("DMINVITE_COD")).Indicators.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_treatment_that_is_unsuitable_for_one_indicator_stands_in_no_sitting()
    {
        var plan = new TestPlan();
        var given = Terms.On(plan.Latest("STAT")).After(Terms.Pped.Months(-12));
        var contraindicated = Terms.On(plan.Earliest("XSTAT")).IsPresent();
        var medicines = new Sitting("medicines", "Medicines", CareKind.Medicine, new HashSet<StaffRole>());
        var framework = plan.Framework(
            TestPlan.Fraction(Terms.Achieve(given), Terms.Adjust("XSTAT", QofFhir.Core.Rules.AdjustmentReason.Unsuitable, contraindicated)),
            TestPlan.Fraction(Terms.Achieve(given))) with
        {
            Care = [new Care("statin", "Statin", medicines, ["STAT"])],
        };
        var question = new RecallQuestion(Terms.Day("2026-12-01"));

        var bob = Assert.Single(Qof.Worklist(framework, TestPractice.Of().Event("OTHER", "2026-01-01").Build(), question).Patients);
        Assert.Equal("statin", Assert.Single(Assert.Single(bob.Sittings).Care).Id);
        Assert.Empty(bob.Unsuitable);

        var records = TestPractice.Of().Event("XSTAT", "2026-06-01").Build();
        var ann = Assert.Single(Qof.Worklist(framework, records, question).Patients);
        Assert.Equal(("X2", "X1"), (Assert.Single(ann.Items).Prompt.Indicator.Id, Assert.Single(ann.DecidedAgainst).Prompt.Indicator.Id));
        Assert.Empty(ann.Sittings);
        Assert.Equal("statin", Assert.Single(ann.Unsuitable).Id);
        Assert.Empty(Qof.Worklist(framework, records, question with { Sitting = "medicines" }).Patients);
    }

    [Fact]
    public void Filters_take_indicators_sittings_and_states()
    {
        const string table = """
            patient  | born       | events
            both     | 1966-07-01 | DM 2015-01-01, HYP 2020-06-01
            pressure | 1966-07-01 | HYP 2020-06-01
            later    | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2026-01-05
            answered | 1966-07-01 | HYP 2020-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08
            """;
        var question = new RecallQuestion(Terms.Day("2026-12-01")) { Indicators = ["DM020", "HYP010"] };
        Assert.Equal(["answered", "both", "later", "pressure"], Ids(Of("2026-12-01", question, table).Patients).Order(StringComparer.Ordinal));
        Assert.Equal(["both"], Ids(Of("2026-12-01", question with { Indicators = ["DM020"] }, table).Patients));
        var blood = Assert.Single(Of("2026-12-01", question with { Sitting = "blood-test" }, table).Patients);
        Assert.Equal(["DM020"], blood.Items.Select(i => i.Prompt.Indicator.Id));
        Assert.Equal("blood-test", Assert.Single(blood.Sittings).Sitting!.Id);
        Assert.Equal(["later"], Ids(Of("2026-12-01", question with { States = [PromptState.DueLater] }, table).Patients));
        Assert.Equal(["answered"], Ids(Of("2026-12-01", question with { States = [PromptState.OutstandingAdjusted] }, table).Patients));
    }

    [Theory]
    [InlineData(RecallOrder.BirthMonth, "December January November")]
    [InlineData(RecallOrder.Lapse, "November December January")]
    [InlineData(RecallOrder.Most, "January November December")]
    public void The_order_is_by_birth_month_from_this_one_on_by_lapse_or_by_how_much_is_open(RecallOrder by, string order) =>
        Assert.Equal(order.Split(' '), Ids(Of("2026-12-01", new(Terms.Day("2026-12-01")) { By = by, Indicators = ["DM020", "DM036", "HYP010"] }, """
            patient  | born       | events
            January  | 1966-01-01 | HYP 2020-06-01, CLINBP 135/85 2026-01-05, DM 2015-01-01, IFCCHBAM 50 2026-01-07
            November | 1966-11-30 | HYP 2020-06-01, CLINBP 135/85 2025-10-05
            December | 1966-12-31 | HYP 2020-06-01, CLINBP 135/85 2025-11-05
            """).Patients));

    [Fact]
    public void A_year_of_birth_alone_is_taken_for_January_and_said()
    {
        var patient = new RecallPatient(0, new("x", Terms.Day("1966-01-01"), QofFhir.Core.Records.Sex.NotKnown) { BornOnUnknownDay = true }, [], [], [], []);
        Assert.False(patient.BirthMonthKnown);
        Assert.True((patient with { Person = patient.Person with { Born = Terms.Day("1966-02-01") } }).BirthMonthKnown);
        Assert.True((patient with { Person = patient.Person with { BornOnUnknownDay = false } }).BirthMonthKnown);
    }

    [Theory]
    [InlineData("HYP 2020-06-01", "0 of 2 invitations count; send the next by 2027-03-24")]
    [InlineData("HYP 2020-06-01, HYPINVITE 2026-03-31", "0 of 2 invitations count; send the next by 2027-03-24")]
    [InlineData("HYP 2020-06-01, HYPINVITE 2026-04-01", "1 of 2 invitations count; send the next by 2027-03-31")]
    [InlineData("HYP 2020-06-01, HYPINVITE 2026-11-28", "1 of 2 invitations count; send the next from 2026-12-05 and by 2027-03-31")]
    [InlineData("HYP 2020-06-01, HYPINVITE 2026-11-24, HYPINVITE 2026-11-30", "1 of 2 invitations count; send the next by 2027-03-31")]
    [InlineData("HYP 2020-06-01, CLINBP 150/90 2026-12-01", "0 of 2 invitations count; send the next from 2026-12-02 and by 2027-03-24")]
    [InlineData("HYP 2020-06-01, HYPINVITE 2026-05-01, CLINBP 150/90 2026-06-01", "1 of 2 invitations count; more of them change nothing as the record stands")]
    public void Invitations_are_counted_as_the_rules_count_them(string events, string told) =>
        Assert.Equal(told, RecallWords.TextOf(Item("2026-12-01", events).Invitations!, Terms.Day("2026-12-01")));

    [Theory]
    [InlineData("2027-03-24", "0 of 2 invitations count; send the next by 2027-03-24")]
    [InlineData("2027-03-25", "0 of 2 invitations count; no time is left for the others")]
    public void When_no_time_is_left_it_is_said(string today, string told) =>
        Assert.Equal(told, RecallWords.TextOf(Item(today, "HYP 2020-06-01").Invitations!, Terms.Day(today)));

    [Fact]
    public void Who_did_not_respond_is_recalled_and_needs_no_more_invitations()
    {
        var item = Item("2026-12-01", "HYP 2020-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08");
        Assert.Equal((PromptState.OutstandingAdjusted, "HYPBPINV", false), (item.Prompt.State, item.Prompt.Adjustment!.Label, item.DecidedAgainst));
        Assert.Null(item.Invitations);
    }

    private static RecallItem Item(string today, string events) => Assert.Single(Assert.Single(Of(today, new(Terms.Day(today)) { Indicators = Pressure }, $"""
        patient | born       | events
        Ann     | 1966-07-01 | {events}
        """).Patients).Items);

    private static IEnumerable<string> Ids(IEnumerable<RecallPatient> patients) => patients.Select(p => p.Person.Id);

    private static Worklist Of(string today, RecallQuestion question, string table, params RecallOutcome[] outcomes)
    {
        var framework = Rulebook.Framework(Year);
        return Qof.Worklist(framework, SpecPractice.Build(framework.Plan, SpecTable.Of(Year, today, table).Patients), question, null, outcomes);
    }
}
