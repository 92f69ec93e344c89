using System.Text.Json;

namespace QofFhir.Tests.Cli;

public sealed class ExplainTests
{
    [Fact]
    public void An_adjusted_patient_clears_payment_and_is_still_owed_care()
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain("adjusted", "T002");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.EndsWith(
            """
            Adjusted by UNFIT (rule 4): the care is unsuitable for this patient
              payment           clears the payment side: not in the denominator, does not
                                count against the practice
              care              still owed: the adjustment does not do the care
              due for the year  yes, by 31 March 2027
              clinically        due on 30 November 2026

            """.ReplaceLineEndings("\n"), ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_walk_shows_each_row_with_what_the_record_says_and_stops_at_the_one_that_decides()
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain("adjusted", "T002");

        Assert.Contains(
            """
            SICK_REG  Sick patients
              · reject  rule 1
                  SICK_DAT is absent
                    SICK          2010-01-01  Condition/adjusted-1
                                  earliest SICK_COD
              ✓ select  decides
            """.ReplaceLineEndings("\n"), ran.Output, StringComparison.Ordinal);
        Assert.Contains(
            """
              · owe  rule 3
                  PAT_AGE > 90
                    PAT_AGE       66, born 1960-05-05  Patient/adjusted
                                  completed years on ACHV_DAT
              ✓ adjust UNFIT, unsuitable  rule 4  decides
                  UNFIT_DAT > PPED - 12 months
                    UNFIT         2026-06-01  Condition/adjusted-2
                                  latest UNFIT_COD
              2 rows below not asked
            """.ReplaceLineEndings("\n"), ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("achieved", "Achieved", "up to date; lapses on 1 April 2027")]
    [InlineData("due-later", "Outstanding: no row fits", "up to date; lapses on 31 March 2027")]
    [InlineData("old", "Outstanding by owe (rule 3)", "due on 30 November 2026")]
    [InlineData("frail", "Excluded by FRAIL (rule 1)", "not applicable")]
    [InlineData("new", "Adjusted by REG1_DAT3 (rule 6)", "due on 30 November 2026")]
    public void Every_outcome_says_what_it_means_clinically(string patient, string outcome, string clinically)
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain(patient, "T002");

        Assert.Contains(outcome, ran.Output, StringComparison.Ordinal);
        Assert.Contains($"  clinically        {clinically}", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_registration_is_shown_where_a_row_asks_for_it()
    {
        using var practice = new TinyPractice();

        Assert.Contains("REG_DAT       2026-10-01", practice.Explain("new", "T002").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("well", "Outside the population")]
    [InlineData("left", "Not on the practice list")]
    public void Outside_the_population_there_is_no_outcome(string patient, string expected)
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain(patient, "T002");

        Assert.Equal(0, ran.Code);
        Assert.Contains(expected, ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("payment", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_has_its_rows_and_no_walk()
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain("Patient/old", "t001");

        Assert.Contains("On the register", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The walk", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adjusted")]
    [InlineData("due-later")]
    [InlineData("new")]
    public void The_page_fits_80_columns_and_has_no_colours_in_a_pipe(string patient)
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain(patient, "T002");

        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.DoesNotContain('\u001b', ran.Output);
    }

    [Fact]
    public void The_json_form_holds_the_same_walk()
    {
        using var practice = new TinyPractice();

        var json = JsonDocument.Parse(practice.Explain("adjusted", "T002", "--format", "json").Output).RootElement;

        var outcome = json.GetProperty("outcome");
        Assert.Equal("UNFIT", outcome.GetProperty("row").GetString());
        Assert.Equal("unsuitable", outcome.GetProperty("reason").GetString());
        Assert.False(outcome.GetProperty("countsAgainstPractice").GetBoolean());
        Assert.True(outcome.GetProperty("careOutstanding").GetBoolean());
        Assert.Equal("2027-03-31", outcome.GetProperty("yearEndsOn").GetString());
        Assert.Equal("due", outcome.GetProperty("clinicallyDue").GetString());
        var last = json.GetProperty("rows").EnumerateArray().Last();
        Assert.True(last.GetProperty("held").GetBoolean());
        Assert.Equal("Condition/adjusted-2", last.GetProperty("lines")[0].GetProperty("fields")[0].GetProperty("sources")[0].GetString());
    }

    [Fact]
    public void A_patient_who_is_not_in_the_input_is_3_and_not_repeated()
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain("somebody-secret", "T002");

        Assert.Equal((3, ""), (ran.Code, ran.Output));
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T999", "has no indicator 'T999'")]
    [InlineData("T003", "T003 is not evaluable: no rules yet")]
    [InlineData("T004", "attested by the practice: there is no walk")]
    public void An_indicator_without_a_walk_is_2_and_says_why(string indicator, string expected)
    {
        using var practice = new TinyPractice();

        var ran = practice.Explain("adjusted", indicator);

        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }
}
