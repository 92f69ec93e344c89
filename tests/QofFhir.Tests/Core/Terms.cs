using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

/// <summary>Short words for rules made by hand.</summary>
internal static class Terms
{
    public static DateExpression Ppsd { get; } = new DateExpression.Named(NamedDate.PaymentPeriodStart);

    public static DateExpression Pped { get; } = new DateExpression.Named(NamedDate.PaymentPeriodEnd);

    public static DateExpression Achv { get; } = new DateExpression.Named(NamedDate.Achievement);

    public static DateExpression Born { get; } = new DateExpression.Named(NamedDate.Birth);

    public static DateExpression Registered { get; } = new DateExpression.Named(NamedDate.Registration);

    public static NumberExpression Age { get; } = new NumberExpression.AgeAt(Achv);

    public static DateExpression Date(string on) => new DateExpression.Literal(Day(on));

    public static DateOnly Day(string on) => DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static DateExpression On(int field) => new DateExpression.OfField(field);

    public static NumberExpression Value(int field) => new NumberExpression.OfField(field, FieldPart.Value);

    public static NumberExpression Number(int field) => new NumberExpression.OfField(field, FieldPart.Number);

    public static NumberExpression Literal(decimal number) => new NumberExpression.Literal(number);

    public static DateExpression Plus(this DateExpression start, int count, AmountUnit unit) => new DateExpression.Plus(start, new Amount(count, unit));

    public static DateExpression Months(this DateExpression start, int count) => start.Plus(count, AmountUnit.Month);

    public static DateExpression Days(this DateExpression start, int count) => start.Plus(count, AmountUnit.Day);

    public static Condition Is(this DateExpression left, Comparison comparison, DateExpression right) => new Condition.Dates(left, comparison, right);

    public static Condition After(this DateExpression left, DateExpression right) => left.Is(Comparison.Greater, right);

    public static Condition Is(this NumberExpression left, Comparison comparison, decimal right) => new Condition.Numbers(left, comparison, Literal(right));

    public static Condition AtMost(this NumberExpression left, decimal right) => left.Is(Comparison.AtMost, right);

    public static Condition IsPresent(this DateExpression date) => new Condition.DateIsPresent(date);

    public static Condition Not(Condition inner) => new Condition.Not(inner);

    public static Condition All(params Condition[] conditions) => new Condition.All(conditions);

    public static Condition Any(params Condition[] conditions) => new Condition.Any(conditions);

    public static Row Achieve(params Condition[] lines) => Row(RowEnd.Achieve, null, null, lines);

    public static Row Exclude(string label, Condition when) => Row(RowEnd.Exclude, label, null, when);

    public static Row Adjust(string label, AdjustmentReason reason, Condition when) => Row(RowEnd.Adjust, label, reason, when);

    public static Row Owe(Condition when) => Row(RowEnd.Owe, null, null, when);

    private static Row Row(RowEnd end, string? label, AdjustmentReason? reason, params Condition[] lines) =>
        new(end, label, reason, [.. lines.Select(c => new RowLine(c.ToString(), c))], null, TestPlan.Source);
}
