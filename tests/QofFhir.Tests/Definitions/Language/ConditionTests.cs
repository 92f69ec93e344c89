namespace QofFhir.Tests.Definitions.Language;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("X_DAT is present", "there(X)")]
    [InlineData("X_DAT is absent", "not(there(X))")]
    [InlineData("V_VAL is present", "there(V.Value)")]
    [InlineData("P_SYS is absent", "not(there(P.Systolic))")]
    [InlineData("BIRTH_DAT is present", "there(Birth)")]
    [InlineData("X_DAT > PPED - 12 months", "X Greater PaymentPeriodEnd-12Month")]
    [InlineData("X_DAT >= PPSD", "X AtLeast PaymentPeriodStart")]
    [InlineData("X_DAT < ACHV_DAT + 1 day", "X Less Achievement+1Day")]
    [InlineData("REG_DAT <= BIRTH_DAT + 2 weeks", "Registration AtMost Birth+2Week")]
    [InlineData("X_DAT = 2019-04-01", "X Equal 2019-04-01")]
    [InlineData("X_DAT >= 1 August", "X AtLeast 1/8")]
    [InlineData("later of (X_DAT, BIRTH_DAT) > PPED - 1 year", "later(X, Birth) Greater PaymentPeriodEnd-1Year")]
    [InlineData("X_DAT > earlier of (PPED, V_DAT)", "X Greater earlier(PaymentPeriodEnd, V)")]
    [InlineData("V_VAL <= 58", "V.Value AtMost 58")]
    [InlineData("V_VAL <= -2.5", "V.Value AtMost -2.5")]
    [InlineData("P_SYS <= 140 and P_DIA <= 90", "all(P.Systolic AtMost 140, P.Diastolic AtMost 90)")]
    [InlineData("N_NUM >= 3", "N.Number AtLeast 3")]
    [InlineData("PAT_AGE > 79", "age(Achievement) Greater 79")]
    [InlineData("age at X_DAT > 25", "age(X) Greater 25")]
    [InlineData("PAT_SEX = female", "sex(Female)")]
    [InlineData("PAT_SEX = male", "sex(Male)")]
    [InlineData("in T_REG", "on(T_REG)")]
    [InlineData("IN_YEAR", "IN_YEAR:X Greater PaymentPeriodEnd-12Month")]
    [InlineData("not (IN_YEAR)", "not(IN_YEAR:X Greater PaymentPeriodEnd-12Month)")]
    [InlineData("number of (IN_YEAR; PAT_AGE > 1; in T_REG) >= 2",
        "count(IN_YEAR:X Greater PaymentPeriodEnd-12Month, age(Achievement) Greater 1, on(T_REG)) AtLeast 2")]
    [InlineData("X_DAT is present or (V_DAT is present and PAT_AGE < 6)", "any(there(X), all(there(V), age(Achievement) Less 6))")]
    public void Every_construct_becomes_its_expression(string condition, string expected)
    {
        var compiled = Compiled.Ruleset(Around(condition));

        Assert.Empty(compiled.Mistakes);
        var row = compiled.Fraction().Rows[0];
        Assert.Equal(expected, new Printed(compiled.Plan).Condition(row.Lines[0].Condition));
        Assert.Equal(condition, row.Lines[0].Text);
    }

    [Theory]
    [InlineData("X_DAT > PPED and V_DAT > PPED or P_DAT > PPED", 31, "`and` and `or` are mixed: put one of them in brackets")]
    [InlineData("X_DAT != PPED", 7, "there is no `!=`: an absent side would make it true; say what must hold, or use `not ( ... )`")]
    [InlineData("X_DAT == PPED", 7, "write `=`")]
    [InlineData("X_DAT > 12 months", 9, "a date cannot be compared with a number")]
    [InlineData("X_DAT > 58", 9, "a date cannot be compared with a number")]
    [InlineData("V_VAL > PPED", 9, "a number cannot be compared with a date")]
    [InlineData("X_DAT > PPED - 12", 18, "expected days, weeks, months or years here, but the text ends")]
    [InlineData("X_DAT > PPED - months", 16, "expected a whole number here, not `months`")]
    [InlineData("X_DAT > PPED - 201 years", 16, "an amount is at most 200 years")]
    [InlineData("X_DAT > 2019-02-29", 9, "2019-02-29 is no day of the calendar")]
    [InlineData("X_DAT > 29 February", 9, "29 February is not in every year")]
    [InlineData("X_DAT", 6, "expected a comparison, `is present` or `is absent` here, but the text ends")]
    [InlineData("X > PPED", 1, "X cannot be compared: a field gives X_DAT, _VAL, _SYS, _DIA or _NUM")]
    [InlineData("X_DAT is there", 10, "expected `present` or `absent` here, not `there`")]
    [InlineData("N_NUM is present", 1, "a count is never absent: compare it with 0")]
    [InlineData("2019-04-01 is present", 1, "only a field's date, value or pressure is present or absent")]
    [InlineData("not X_DAT is present", 5, "expected `(` here, not `X_DAT`")]
    [InlineData("(X_DAT is present", 18, "expected `)` here, but the text ends")]
    [InlineData("PAT_SEX = woman", 11, "expected `female` or `male` here, not `woman`")]
    [InlineData("in everyone", 4, "expected a register here, not `everyone`")]
    [InlineData("X_DAT > PPED ? 1", 14, "expected `and`, `or` or the end here, not `?`")]
    [InlineData("V_VAL <= $cut", 10, "`$cut`: only blocks under `rows` have parameters")]
    [InlineData("PAT_AGE > 16 or", 16, "expected a condition here, but the text ends")]
    [InlineData("number of (IN_YEAR, IN_YEAR) >= 2", 19, "expected `)` here, not `,`")]
    [InlineData("12.5.1 > V_VAL", 5, "expected a comparison here, not `.`")]
    [InlineData("V_VAL > 99999999999999999999999999999999", 9, "expected a number here, not `99999999999999999999999999999999`")]
    [InlineData("Y_DAT > PPED", 1, "unknown field Y")]
    [InlineData("IN_YEARS", 1, "unknown condition IN_YEARS; did you mean IN_YEAR?")]
    [InlineData("P and X_DAT > PPED", 1, "P is a field and no condition: write P_DAT is present, or compare it")]
    [InlineData("in U_REG", 4, "unknown register U_REG; did you mean T_REG?")]
    [InlineData("N_DAT > PPED", 1, "N is a number: it gives N_NUM and no date")]
    [InlineData("X_VAL > 1", 1, "X reads no value: say `with value` in its definition")]
    [InlineData("V_SYS > 1", 1, "V reads no pressure: say `with pressure` in its definition")]
    [InlineData("V_NUM > 1", 1, "V counts nothing: V_NUM needs a `count` or `number of`")]
    [InlineData("N_VAL > 1", 1, "N is a number: it gives N_NUM only")]
    public void Every_slip_is_told_at_its_column(string condition, int column, string expected)
    {
        var parts = Around(condition);
        var compiled = Compiled.Check(parts);

        Assert.Equal([$"{Compiled.PlaceOf($"\"{condition}\"", parts, column)} {expected}"], compiled.Mistakes);
    }

    [Fact]
    public void Brackets_without_end_do_not_overflow_the_stack()
    {
        var parts = Around(new string('(', 20_000));
        var compiled = Compiled.Check(parts);
        Assert.Equal([$"{Compiled.PlaceOf("((", parts, 40)} brackets nested deeper than 40 levels"], compiled.Mistakes);

        compiled = Compiled.Check(Around("X_DAT > " + string.Concat(Enumerable.Repeat("later of (", 20_000))));
        Assert.Contains("brackets nested deeper", Assert.Single(compiled.Mistakes), StringComparison.Ordinal);
    }

    private static string Around(string condition) => $$"""
        fields:
          latest: X
          V: latest V_COD with value
          P: latest P_COD with pressure
          N: count days of N_COD
        conditions:
          IN_YEAR: X_DAT > PPED - 12 months
        registers:
          T_REG: { title: t, rules: [{ reject: X_DAT is absent and V_DAT is absent and P_DAT is absent and N_NUM = 0 }, select] }
        indicators:
          T001:
            title: t
            population: T_REG
            rules: [{ achieve: "{{condition}}" }]
        """;
}
