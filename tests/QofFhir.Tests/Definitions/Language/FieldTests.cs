namespace QofFhir.Tests.Definitions.Language;

public sealed class FieldTests
{
    [Theory]
    [InlineData("earliest A_COD", "Earliest A_COD")]
    [InlineData("latest A_COD, B_COD", "Latest A_COD+B_COD")]
    [InlineData("latest 4IN1VAC_COD", "Latest 4IN1VAC_COD")]
    [InlineData("latest ALL", "Latest A_COD+B_COD+C_COD")]
    [InlineData("latest ALL, C_COD, D_COD", "Latest A_COD+B_COD+C_COD+D_COD")]
    [InlineData("latest A_COD with value", "Latest A_COD [  ]")]
    [InlineData("latest A_COD with value in mmol/mol", "Latest A_COD [  mmol/mol]")]
    [InlineData("latest A_COD with value in % highest first", "Latest A_COD [  % highest]")]
    [InlineData("earliest A_COD with value < 0.7 on or after 2019-04-01", "Earliest A_COD [Less 0.7 ] OnOrAfter(2019-04-01)")]
    [InlineData("earliest A_COD with value <= -2.5 in mm[Hg] before PPED", "Earliest A_COD [AtMost -2.5 mm[Hg]] Before(PaymentPeriodEnd)")]
    [InlineData("latest A_COD with value >= 1 in 10*9/L", "Latest A_COD [AtLeast 1 10*9/L]")]
    [InlineData("latest A_COD with pressure", "Latest A_COD pressure")]
    [InlineData("latest A_COD new episode on or after 2003-04-01", "Latest A_COD new OnOrAfter(2003-04-01)")]
    [InlineData("latest A_COD after OTHER_DAT", "Latest A_COD After(OTHER)")]
    [InlineData("latest A_COD on OTHER_DAT", "Latest A_COD On(OTHER)")]
    [InlineData("latest A_COD on or before earlier of (PPED, OTHER_DAT)", "Latest A_COD OnOrBefore(earlier(PaymentPeriodEnd, OTHER))")]
    [InlineData("earliest A_COD on or after OTHER_DAT - 93 days on or before OTHER_DAT + 186 days",
        "Earliest A_COD OnOrAfter(OTHER-93Day) OnOrBefore(OTHER+186Day)")]
    [InlineData("earliest A_COD at least 7 days after OTHER_DAT", "Earliest A_COD OnOrAfter(OTHER+7Day)")]
    public void A_selector_becomes_its_filter(string definition, string expected) => Becomes(definition, "FIELD_DAT is present", expected);

    [Theory]
    [InlineData("count days of A_COD", "Days A_COD")]
    [InlineData("count codes of A_COD with value > 1", "Codes A_COD [Greater 1 ]")]
    [InlineData("count substances of A_COD after PPED - 12 months", "Substances A_COD After(PaymentPeriodEnd-12Month)")]
    [InlineData("count years in a row of A_COD after later of (OTHER_DAT, BIRTH_DAT)", "YearsInARow A_COD After(later(OTHER, Birth))")]
    [InlineData("number of (OTHER_DAT is present; PAT_AGE > 65)", "count(there(OTHER), age(Achievement) Greater 65)")]
    public void A_count_gives_a_number(string definition, string expected) => Becomes(definition, "FIELD_NUM >= 1", expected);

    [Theory]
    [InlineData("date BIRTH_DAT + 8 months", "Birth+8Month")]
    [InlineData("date later of (OTHER_DAT, PPSD)", "later(OTHER, PaymentPeriodStart)")]
    public void A_computed_date_is_a_date(string definition, string expected) => Becomes(definition, "FIELD_DAT > PPED", expected);

    [Theory]
    [InlineData("newest A_COD", 1, "expected `earliest`, `latest`, `count`, `date` or `number of` here, not `newest`")]
    [InlineData("latest a_cod", 8, "expected a cluster here, not `a_cod`")]
    [InlineData("latest A_COD,", 14, "expected a cluster here, but the text ends")]
    [InlineData("latest NOFILE_COD", 8, "no value set for cluster NOFILE_COD")]
    [InlineData("latest AL", 8, "unknown cluster AL: neither a cluster, which ends in _COD, nor a union under `clusters`")]
    [InlineData("latest A_COD with price", 19, "expected `with value`, `with pressure` or `new episode` here, not `price`")]
    [InlineData("latest A_COD with value with pressure", 25, "a field reads a value or a pressure, not both")]
    [InlineData("latest A_COD with value with value", 25, "`with value` stands here twice")]
    [InlineData("latest A_COD with value in", 27, "expected a unit here, but the text ends")]
    [InlineData("latest A_COD with value > PPED", 27, "expected a number here, not `PPED`")]
    [InlineData("count days of A_COD with value highest first", 32, "a count chooses no value: leave `highest first` out")]
    [InlineData("count events of A_COD", 7, "expected `days`, `codes`, `substances` or `years in a row` here, not `events`")]
    [InlineData("latest A_COD since PPSD", 14, "expected `with`, `new episode`, `after`, `before`, `on`, `at least` or the end here, not `since`")]
    [InlineData("latest A_COD at least 7 days before PPSD", 30, "expected `after` here, not `before`")]
    [InlineData("latest A_COD after 7", 20, "expected a date here, not `7`")]
    [InlineData("date A_COD", 6, "expected a date here, not `A_COD`")]
    [InlineData("latest A_COD after PPSD with value", 25, "expected `with`, `new episode`, `after`, `before`, `on`, `at least` or the end here, not `with`")]
    public void Every_slip_is_told_at_its_column(string definition, int column, string expected)
    {
        var compiled = Compiled.Check(Around(definition, "FIELD_DAT is present or FIELD_NUM = 1"));

        Assert.Equal([$"T:7:{column + 9} {expected}"], compiled.Mistakes.Where(m => m.StartsWith("T:7:", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_short_form_defines_a_field_for_each_name()
    {
        var compiled = Compiled.Ruleset("""
            fields:
              latest: HTMAX BPDEC
              earliest: DM
            indicators:
              T001: { title: t, population: everyone, rules: [{ achieve: HTMAX_DAT > BPDEC_DAT or DM_DAT is present }] }
            """);

        Assert.Empty(compiled.Mistakes);
        var printed = new Printed(compiled.Plan);
        Assert.Equal(["Latest HTMAX_COD", "Latest BPDEC_COD", "Earliest DM_COD"], compiled.Plan.Fields.Select(printed.Field));
        Assert.Equal(["latest HTMAX_COD", "latest BPDEC_COD", "earliest DM_COD"], compiled.Plan.Fields.Select(f => f.Text));
    }

    [Fact]
    public void A_slip_in_the_short_form_is_told_at_its_name()
    {
        var compiled = Compiled.Check("""
            fields:
              latest: HTMAX bpdec HTMAX REG
            conditions: { C: HTMAX_DAT is present }
            """);

        Assert.Equal(
        [
            "T:5:17 `bpdec` is no name for a field: names are upper case",
            "T:5:23 field HTMAX is defined twice, first in line 5",
            "T:5:29 REG is taken: REG_DAT is a date of every patient",
        ], compiled.Mistakes);
    }

    [Fact]
    public void Fields_stand_behind_those_that_they_use()
    {
        var compiled = Compiled.Ruleset("""
            fields:
              THIRD: latest C_COD after SECOND_DAT
              SECOND: latest B_COD after FIRST_DAT
              FIRST: latest A_COD
            indicators:
              T001: { title: t, population: everyone, rules: [{ achieve: THIRD_DAT is present }] }
            """);

        Assert.Equal(["FIRST", "SECOND", "THIRD"], compiled.Plan.Fields.Select(f => f.Name));
    }

    private static void Becomes(string definition, string use, string expected)
    {
        var compiled = Compiled.Ruleset(Around(definition, use));

        Assert.Empty(compiled.Mistakes);
        var field = compiled.Plan.Fields.Single(f => f.Name == "FIELD");
        Assert.Equal(expected, new Printed(compiled.Plan).Field(field));
        Assert.Equal(definition, field.Text);
    }

    private static string Around(string definition, string use) => $$"""
        clusters: { ALL: [A_COD, REST], REST: [B_COD, C_COD] }
        fields:
          OTHER: latest OTHER_COD
          FIELD: {{definition}}
        conditions: { C: OTHER_DAT is present }
        indicators:
          T001: { title: t, population: everyone, rules: [{ achieve: "{{use}}" }] }
        """;
}
