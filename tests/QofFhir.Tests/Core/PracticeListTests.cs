using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class PracticeListTests
{
    private const string Achieved = "2027-03-31";

    [Theory]
    [InlineData("2027-03-30", true)]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-04-01", false)]
    public void Registration_counts_from_its_first_day(string from, bool on) => Assert.Equal(on, IsOn(TestPractice.Of().Spell(from)));

    [Theory]
    [InlineData("2027-03-30", false)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void The_day_of_leaving_is_off_the_list(string until, bool on) => Assert.Equal(on, IsOn(TestPractice.Of().Spell("2001-01-01", until)));

    [Theory]
    [InlineData("2027-03-30", false)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void The_day_of_death_is_off_the_list(string died, bool on)
    {
        Assert.Equal(on, IsOn(TestPractice.Of(died: died)));
        Assert.Equal(on, IsOn(TestPractice.Of(died: died).Spell("2001-01-01")));
    }

    [Fact]
    public void Someone_who_died_on_an_unknown_day_is_off_the_list() =>
        Assert.False(IsOn(new TestPractice().Patient("P", diedSometime: true)));

    [Theory]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-04-01", false)]
    public void Nobody_is_on_the_list_before_birth(string born, bool on) => Assert.Equal(on, IsOn(TestPractice.Of(born)));

    [Fact]
    public void Without_any_registration_data_everyone_counts_as_registered_since_birth()
    {
        var result = Evaluate(TestPractice.Of("1960-05-06"), null);
        Assert.Equal(RegistrationBasis.NoneRecorded, result.Registration);
        Assert.Equal(1, result.ListSize);
        Assert.Equal(Terms.Day("1960-05-06"), new TestPlan().DateOf(Terms.Registered, TestPractice.Of("1960-05-06")));
    }

    [Fact]
    public void With_registration_data_a_patient_without_any_is_off_the_list()
    {
        var practice = new TestPractice().Patient("a").Spell("2001-01-01").Patient("b");
        var result = Evaluate(practice, null);
        Assert.Equal(RegistrationBasis.Recorded, result.Registration);
        Assert.Equal(1, result.ListSize);
    }

    [Fact]
    public void A_temporary_registration_is_data_but_no_place_on_the_list()
    {
        var result = Evaluate(TestPractice.Of().Spell("2001-01-01", onList: false), null);
        Assert.Equal(RegistrationBasis.Recorded, result.Registration);
        Assert.Equal(0, result.ListSize);
        Assert.True(IsOn(TestPractice.Of().Spell("2001-01-01", onList: false).Spell("2002-01-01")));
    }

    [Theory]
    [InlineData("2001-01-01..2010-01-01 2015-06-07..", "2015-06-07")]
    [InlineData("2015-06-07.. 2001-01-01..2010-01-01", "2015-06-07")]
    [InlineData("2001-01-01..2010-01-01", null)]
    [InlineData("2001-01-01.. 2015-06-07..2016-01-01", "2001-01-01")]
    [InlineData("2001-01-01.. 2015-06-07..", "2015-06-07")]
    [InlineData("2001-01-01.. 2027-04-01..", "2001-01-01")]
    [InlineData("2001-01-01..2027-03-31 2027-03-31..", "2027-03-31")]
    [InlineData("..", "1960-01-01")]
    [InlineData(".. 2015-06-07..", "2015-06-07")]
    public void The_registration_date_is_the_latest_start_that_still_holds(string spells, string? registered)
    {
        var practice = TestPractice.Of();
        foreach (var spell in spells.Split(' '))
        {
            var ends = spell.Split("..");
            practice.Spell(ends[0].Length == 0 ? null : ends[0], ends[1].Length == 0 ? null : ends[1]);
        }

        if (registered is null)
        {
            Assert.False(IsOn(practice));
        }
        else
        {
            Assert.Equal(Terms.Day(registered), new TestPlan().DateOf(Terms.Registered, practice));
        }
    }

    [Theory]
    [InlineData("2026-06-29", false)]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    public void Nine_months_before_the_year_end_is_30_June(string from, bool newly)
    {
        var condition = Terms.Registered.After(Terms.Pped.Months(-9));
        Assert.Equal(newly, new TestPlan().Holds(condition, TestPractice.Of().Spell(from)));
    }

    [Theory]
    [InlineData("A81001", "A81001", true)]
    [InlineData("A81001", "a81001", true)]
    [InlineData("A81001", "B82002", false)]
    [InlineData(null, "A81001", true)]
    [InlineData("A81001", null, true)]
    public void With_a_practice_named_only_its_patients_count(string? spellAt, string? asked, bool on)
    {
        var practice = TestPractice.Of().Spell("2001-01-01", practice: spellAt);
        Assert.Equal(on ? 1 : 0, Evaluate(practice, asked).ListSize);
    }

    [Fact]
    public void A_patient_who_moved_is_counted_where_the_patient_is_now()
    {
        var practice = TestPractice.Of().Spell("2001-01-01", "2020-01-01", "A81001").Spell("2020-01-01", practice: "B82002");
        Assert.Equal(0, Evaluate(practice, "A81001").ListSize);
        Assert.Equal(1, Evaluate(practice, "B82002").ListSize);
        Assert.Equal(1, Evaluate(practice, null).ListSize);
    }

    [Fact]
    public void With_a_practice_named_and_no_registration_data_at_all_everyone_counts() =>
        Assert.Equal(1, Evaluate(TestPractice.Of(), "A81001").ListSize);

    [Fact]
    public void Someone_off_the_list_has_no_walk()
    {
        var framework = new TestPlan().Framework(TestPlan.Fraction(Terms.Achieve(Condition.Always.Instance)));
        var explained = Qof.Explain(framework, TestPractice.Of(died: "2020-01-01").Build(), ServiceDates.Year(Terms.Day(Achieved)), 0, "X1");
        Assert.False(explained.OnList);
        Assert.Null(explained.Outcome);
        Assert.Empty(explained.Rows);
        Assert.Equal(ClinicallyDue.NotApplicable, explained.Clinical.Due);
    }

    private static bool IsOn(TestPractice practice) => Evaluate(practice, null).ListSize == 1;

    private static PracticeResult Evaluate(TestPractice practice, string? named)
    {
        var framework = new TestPlan().Framework(TestPlan.Fraction(Terms.Achieve(Condition.Always.Instance)));
        var result = Qof.Evaluate(framework, practice.Build(), ServiceDates.Year(Terms.Day(Achieved)), named);
        Assert.Equal(result.ListSize, result.Indicators[0].Outcomes.Count);
        return result;
    }
}
