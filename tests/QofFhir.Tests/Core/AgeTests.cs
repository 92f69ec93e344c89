using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class AgeTests
{
    private readonly TestPlan _plan = new();

    [Theory]
    [InlineData("1980-03-31", "2027-03-31", 47)]
    [InlineData("1980-04-01", "2027-03-31", 46)]
    [InlineData("1980-03-30", "2027-03-31", 47)]
    [InlineData("2027-03-31", "2027-03-31", 0)]
    [InlineData("2004-02-29", "2023-02-28", 18)]
    [InlineData("2004-02-29", "2023-03-01", 19)]
    [InlineData("2004-02-29", "2024-02-28", 19)]
    [InlineData("2004-02-29", "2024-02-29", 20)]
    [InlineData("2004-02-28", "2023-02-28", 19)]
    public void Age_is_completed_years_on_the_achievement_date(string born, string achieved, int age)
    {
        var practice = TestPractice.Of(born);
        Assert.True(_plan.Holds(Terms.Age.Is(Comparison.Equal, age), practice, achieved));
        Assert.True(_plan.Holds(Terms.Age.Is(Comparison.AtLeast, age), practice, achieved));
        Assert.False(_plan.Holds(Terms.Age.Is(Comparison.AtLeast, age + 1), practice, achieved));
        Assert.False(_plan.Holds(Terms.Age.Is(Comparison.Less, age), practice, achieved));
    }

    [Fact]
    public void A_run_in_the_middle_of_the_year_takes_the_age_of_its_own_day()
    {
        var practice = TestPractice.Of("1947-01-15");
        Assert.False(_plan.Holds(Terms.Age.Is(Comparison.Greater, 79), practice, "2027-01-14"));
        Assert.True(_plan.Holds(Terms.Age.Is(Comparison.Greater, 79), practice, "2027-01-15"));
        Assert.True(_plan.Holds(Terms.Age.Is(Comparison.Greater, 79), practice, "2027-03-31"));
    }

    [Fact]
    public void Age_at_a_date_is_that_of_the_date_and_absent_with_it()
    {
        var field = _plan.Latest("NSMOK");
        var age = new NumberExpression.AgeAt(Terms.On(field));
        Assert.False(_plan.Holds(age.Is(Comparison.Greater, 25), TestPractice.Of("1990-05-05").Event("NSMOK", "2016-05-04")));
        Assert.True(_plan.Holds(age.Is(Comparison.Greater, 25), TestPractice.Of("1990-05-05").Event("NSMOK", "2016-05-05")));
        Assert.False(_plan.Holds(age.Is(Comparison.AtLeast, 0), TestPractice.Of("1990-05-05")));
        Assert.False(_plan.Holds(new Condition.NumberIsPresent(age), TestPractice.Of("1990-05-05")));
    }

    [Fact]
    public void A_birthday_as_a_date_falls_on_28_February_in_a_common_year() =>
        Assert.Equal(Terms.Day("2022-02-28"), _plan.DateOf(Terms.Born.Plus(18, AmountUnit.Year), TestPractice.Of("2004-02-29")));
}
