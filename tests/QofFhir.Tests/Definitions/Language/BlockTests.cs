namespace QofFhir.Tests.Definitions.Language;

public sealed class BlockTests
{
    [Fact]
    public void A_use_is_replaced_by_the_rows_of_its_block()
    {
        var compiled = Compiled.Ruleset("""
            fields: { BP: latest BP_COD with pressure }
            rows:
              TARGET:
                parameters: [sys, months]
                rules:
                  - { achieve: ["BP_SYS <= $sys", "BP_DAT > PPED - $months months"] }
              ALL_ROWS:
                parameters: [sys]
                rules:
                  - { use: TARGET, with: { sys: $sys, months: 12 }, rule: 2 }
                  - { adjust: LATE, reason: newly-registered, when: "REG_DAT > PPED - 9 months", rule: 3 }
            indicators:
              T001: { title: t, population: everyone, rules: [{ exclude: OLD, when: PAT_AGE > 79 }, { use: ALL_ROWS, with: { sys: 140 } }] }
              T002: { title: t, population: everyone, rules: [{ use: ALL_ROWS, with: { sys: 150.5 } }] }
            """);

        Assert.Empty(compiled.Mistakes);
        var rows = compiled.Fraction().Rows;
        Assert.Equal(["OLD", "achieve", "LATE"], rows.Select(r => r.Name));
        Assert.Equal(["BP_SYS <= 140", "BP_DAT > PPED - 12 months"], rows[1].Lines.Select(l => l.Text));
        Assert.Equal([null, "2", "3"], rows.Select(r => r.Rule));
        var printed = new Printed(compiled.Plan);
        Assert.Equal("BP.Systolic AtMost 140", printed.Condition(rows[1].Lines[0].Condition));
        Assert.Equal("BP Greater PaymentPeriodEnd-12Month", printed.Condition(rows[1].Lines[1].Condition));
        Assert.Equal("BP.Systolic AtMost 150.5", printed.Condition(compiled.Fraction("T002").Rows[0].Lines[0].Condition));
    }

    [Fact]
    public void Parameters_are_held_to_what_is_declared_given_and_used()
    {
        var compiled = Compiled.Check("""
            rows:
              B:
                parameters: [low, Bad]
                rules:
                  - { achieve: "PAT_AGE > $low and PAT_AGE < $high" }
              C:
                parameters: [m]
                rules:
                  - { achieve: "REG_DAT > PPED - $m months" }
            indicators:
              T001: { title: t, population: everyone, rules: [{ use: B, with: { lo: 1 } }] }
              T002: { title: t, population: everyone, rules: [{ use: C, with: { m: 1.5 } }] }
              T003: { title: t, population: everyone, rules: [{ use: C, with: { m: many } }] }
              T004: { title: t, population: everyone, rules: [{ use: D }] }
            """);

        Assert.Equal(
        [
            "T:6:23 `Bad` is no parameter: parameters are lower case",
            "T:6:23 no row uses `$Bad`",
            "T:8:50 `$high` is not among the block's parameters: low, Bad",
            "T:12:38 $m is 1.5 in one use: an amount is a whole number, at most 200 years",
            "T:14:58 B needs low, Bad in `with`",
            "T:14:69 B has no parameter lo",
            "T:16:72 `m` is a number",
            "T:17:58 unknown block of rows D",
        ], compiled.Mistakes);
    }

    [Fact]
    public void A_block_that_uses_itself_goes_round_in_a_circle() =>
        Assert.Contains(
            "T:5:3 A goes round in a circle: A → B → A",
            Compiled.Check("""
                rows:
                  A: { rules: [{ use: B }] }
                  B: { rules: [{ use: A }] }
                """).Mistakes);
}
