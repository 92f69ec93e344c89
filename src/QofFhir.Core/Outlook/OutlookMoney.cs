using QofFhir.Core.Payments;

namespace QofFhir.Core.Outlook;

/// <summary>What more patients achieved would bring in pounds, by the payment worked out anew.</summary>
public sealed class OutlookMoney
{
    private readonly StatementInputs _inputs;
    private readonly Dictionary<string, GroupPayment> _groupOf;

    /// <param name="inputs">Those of the view that gains are counted from, such as the year end.</param>
    public OutlookMoney(StatementInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _inputs = inputs;
        Payment = Pay(inputs);
        _groupOf = Payment.Groups.SelectMany(g => g.Group.Indicators.Select(i => (Indicator: i, Group: g))).ToDictionary(g => g.Indicator, g => g.Group, StringComparer.Ordinal);
    }

    /// <summary>As things stand, nobody more achieved.</summary>
    public AchievementPayment Payment { get; }

    /// <summary>The sum over the groups that change, each to the penny; absent, with the reason, where none of them has pounds, provisional where one has not.</summary>
    /// <param name="more">By indicator, how many more of those outstanding are achieved.</param>
    /// <exception cref="ArgumentException">An indicator was not counted, or has fewer outstanding.</exception>
    public PaymentLine Gain(IReadOnlyDictionary<string, int> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var after = Pay(more.Aggregate(_inputs, (inputs, m) => WhatIf.More(m.Key, m.Value).In(inputs)));
        var changed = more.Keys.Where(_groupOf.ContainsKey).Select(i => _groupOf[i].Group.Name).ToHashSet(StringComparer.Ordinal);
        PaymentLine[] groups =
        [
            .. Payment.Groups.Zip(after.Groups).Where(g => changed.Contains(g.First.Group.Name)).Select(g => PaymentLine.WorkedOut(
                g.First.Group.Name, "payment after - payment before", PaymentUnit.Pounds, [g.First.Pounds, g.Second.Pounds],
                () => g.Second.Pounds.Value!.Value - g.First.Pounds.Value!.Value)),
        ];
        var sum = PaymentLine.Sum("gain", "sum of the groups", PaymentUnit.Pounds, groups);
        return sum.Value is null && groups.Length > 0 ? sum with { Remark = groups[0].Remark } : sum;
    }

    /// <summary>Pounds for a point of an indicator, unrounded, and the payment group that it is rounded in; null when the group has none, or protected income is paid whatever is achieved.</summary>
    public (string Group, decimal Pounds)? PoundsOfPoint(string indicator)
    {
        if (!_groupOf.TryGetValue(indicator, out var group) || _inputs.Year.Protected?.Value.Contains(indicator) == true)
        {
            return null;
        }

        var pounds = 1m;
        foreach (var factor in group.Pounds.Inputs.Skip(1))
        {
            if (factor.Value is not { } value)
            {
                return null;
            }

            pounds *= value;
        }

        return (group.Group.Name, pounds);
    }

    private static AchievementPayment Pay(StatementInputs inputs) =>
        AchievementPayment.Of(inputs.Year, [.. inputs.Indicators.Where(i => i.Points > 0).Select(EarnedPoints.Of)], inputs.Payment);
}
