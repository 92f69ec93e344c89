using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>What is paid during the year on trust, and what is left to pay or to repay when the achievement is known.</summary>
public static class YearAccount
{
    /// <summary>Aspiration as a share of last year's payment, brought to this year's point value.</summary>
    public static PaymentLine AspirationByShare(PaymentYear year, LastYearPayment last, PaymentLine index)
    {
        PaymentLine[] inputs =
        [
            PaymentLine.Given("last year's payment", last.Pounds, PaymentUnit.Pounds, "the practice's statement"),
            year.Aspiration is { } terms
                ? PaymentLine.Given("aspiration share", new Sourced<decimal>(terms.Value.Percent, terms.Certainty, terms.Source) { Doubt = terms.Doubt }, PaymentUnit.Percent)
                : PaymentLine.Absent("aspiration share", PaymentUnit.Percent, "the year's aspiration share is not known"),
            PaymentLine.Ratio(
                "rise of the point value", PaymentUnit.Ratio, PaymentLine.Given("point value", year.PointValue, PaymentUnit.Pounds),
                PaymentLine.Given("last year's point value", last.PointValue, PaymentUnit.Pounds, "the practice's statement")),
            .. last.ForItsList ? Array.Empty<PaymentLine>() : [index],
        ];
        return PaymentLine.WorkedOut(
            "aspiration", string.Join(" x ", inputs.Select(i => i.Name)) + ", to the penny", PaymentUnit.Pounds, inputs,
            () => Money.ToPenny(inputs[0].Value!.Value * inputs[1].Value!.Value / 100 * inputs[2].Value!.Value * (last.ForItsList ? 1 : index.Value!.Value)),
            Certainty.Inferred);
    }

    /// <summary>Aspiration by points that practice and payer agreed on.</summary>
    public static PaymentLine AspirationByPoints(PaymentYear year, decimal agreed, PaymentLine index)
    {
        PaymentLine[] inputs =
        [
            PaymentLine.Given("agreed points", agreed, PaymentUnit.Points, "the agreement"),
            PaymentLine.Given("point value", year.PointValue, PaymentUnit.Pounds),
            index,
        ];
        return PaymentLine.WorkedOut(
            "aspiration", string.Join(" x ", inputs.Select(i => i.Name)) + ", to the penny", PaymentUnit.Pounds, inputs,
            () => Money.For(agreed, inputs[1].Value!.Value, index.Value!.Value, 1));
    }

    /// <summary>The aspiration in its monthly parts, which add up to it: each to the penny below, and what is left over in the last (inferred).</summary>
    /// <returns>Empty when the year does not say how many.</returns>
    public static IReadOnlyList<PaymentLine> Parts(PaymentYear year, PaymentLine aspiration)
    {
        if (year.Aspiration is not { Value.Parts: var parts and > 0, Certainty: var certainty })
        {
            return [];
        }

        var even = Math.Floor((aspiration.Value ?? 0) * 100 / parts) / 100;
        return
        [
            .. Enumerable.Range(1, parts).Select(part => PaymentLine.WorkedOut(
                $"part {part} of {parts}", part < parts ? $"aspiration / {parts}, to the penny below" : "aspiration less the other parts",
                PaymentUnit.Pounds, [aspiration], () => part < parts ? even : aspiration.Value!.Value - (even * (parts - 1)),
                PaymentFactors.Least(certainty, Certainty.Inferred))),
        ];
    }

    /// <summary>What is still to pay by the year's <see cref="PaymentYear.BalanceDay"/>; below 0 it is to be repaid.</summary>
    /// <param name="paid">Aspiration paid during the year, in pounds.</param>
    public static PaymentLine Balance(PaymentYear year, AchievementPayment achievement, decimal paid)
    {
        var advance = PaymentLine.Given("aspiration paid", paid, PaymentUnit.Pounds, "the payer");
        var balance = PaymentLine.WorkedOut(
            "balance", "achievement payment - aspiration paid", PaymentUnit.Pounds, [achievement.Pounds, advance],
            () => achievement.Pounds.Value!.Value - paid, year.BalanceDay?.Certainty ?? Certainty.Found) with
        { On = year.BalanceDay?.Value };
        return balance is { Value: < 0, Provisional: false } ? balance with { Remark = "to be repaid" } : balance;
    }
}
