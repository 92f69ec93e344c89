namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Care as the days go by: in date, due later, late, and what the new year asks again.</summary>
public sealed class DuePromptTests
{
    private const string Year = "qof-england-2026-27";

    [Theory]
    [InlineData("2026-03-31", "achieved until 2026-11-20")]
    [InlineData("2026-04-01", "due later 2026-11-20")]
    [InlineData("2026-11-19", "due later 2026-11-20")]
    [InlineData("2026-11-20", "outstanding")]
    [InlineData("2026-11-21", "outstanding")]
    public void A_pressure_of_last_November_is_due_later_to_the_day_before_it_is_a_year_old(string today, string state) => PromptTable.Hold(Year, today, $"""
        patient  | born       | events                                    | HYP010
        measured | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2025-11-20  | {state}
        """);

    [Theory]
    [InlineData("2026-11-19", "adjusted HYPPCADEC 2026-09-01, patient chose not to, in date until 2026-11-20")]
    [InlineData("2026-11-20", "adjusted HYPPCADEC 2026-09-01, patient chose not to")]
    public void An_adjusted_patient_stays_adjusted_whether_the_care_is_in_date_or_not(string today, string state) => PromptTable.Hold(Year, today, $"""
        patient  | born       | events                                                           | HYP010
        declined | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2025-11-20, HYPPCADEC 2026-09-01   | {state}
        """);

    [Fact]
    public void Achieved_care_may_lapse_before_it_is_counted_again_and_high_values_are_never_due_later() => PromptTable.Hold(Year, "2026-11-01", """
        patient             | born       | events                                                                 | HYP010                     | CHOL003
        on a statin         | 1966-07-01 | CHD 2020-06-01, STAT 2026-10-05                                        | not in population          | achieved until 2027-04-05
        last one in May     | 1966-07-01 | CHD 2020-06-01, STAT 2026-05-02                                        | not in population          | due later 2026-11-02
        last one on 1 May   | 1966-07-01 | CHD 2020-06-01, STAT 2026-05-01                                        | not in population          | outstanding
        high this year      | 1966-07-01 | HYP 2020-06-01, CLINBP 141/85 2026-10-01                               | outstanding                | not in population
        high last year      | 1966-07-01 | HYP 2020-06-01, CLINBP 141/85 2025-12-01                               | outstanding                | not in population
        low, then high      | 1966-07-01 | HYP 2020-06-01, CLINBP 130/85 2025-12-01, CLINBP 141/85 2026-10-01     | outstanding                | not in population
        turns 80 in date    | 1947-03-01 | HYP 2020-06-01, CLINBP 130/85 2026-10-01                               | achieved until 2027-03-01  | not in population
        """);

    [Fact]
    public void A_season_begins_again_on_1_August() => PromptTable.Hold("qof-england-2019-20", "2019-07-31", """
        patient       | born       | events                              | CHD007
        last season   | 1956-07-01 | CHD 2012-06-01, FLUVAC 2018-10-01   | due later 2019-08-01
        before that   | 1956-07-01 | CHD 2012-06-01, FLUVAC 2018-07-31   | outstanding
        """);

    [Theory]
    [InlineData("2027-03-31", "adjusted DIAG1_DAT 2027-01-31, newly diagnosed, in time until 2027-05-01")]
    [InlineData("2027-04-01", "outstanding")]
    [InlineData("2027-04-30", "outstanding")]
    [InlineData("2027-05-01", "outstanding")]
    [InlineData("2027-05-02", "outstanding")]
    public void The_new_year_counts_a_new_patient_before_the_day_that_the_old_one_told(string today, string state) => PromptTable.Hold(Year, today, $"""
        patient   | born       | events           | AF006
        diagnosed | 1956-07-01 | AFIB 2027-01-31  | {state}
        """);
}
