using QofFhir.Core.Rules;

namespace QofFhir.Core.Payments;

/// <summary>What a practice's points are worth in a year.</summary>
/// <param name="Index">The contractor population index.</param>
/// <param name="Points">Points of all indicators, by group.</param>
/// <param name="Pounds">The sum of the groups, each rounded to the penny; provisional when a group is absent from it.</param>
public sealed record AchievementPayment(PaymentLine Index, IReadOnlyList<GroupPayment> Groups, PaymentLine Points, PaymentLine Pounds)
{
    /// <summary>Works out the payment from the points of a practice's indicators.</summary>
    /// <exception cref="ArgumentException">An indicator has points in this year and stands in no group, or stands among the points twice.</exception>
    public static AchievementPayment Of(PaymentYear year, IReadOnlyList<EarnedPoints> points, PaymentInputs inputs)
    {
        var earned = points.ToDictionary(p => p.Indicator, StringComparer.Ordinal);
        if (points.FirstOrDefault(p => p.Available > 0 && !year.Groups.Any(g => g.Indicators.Contains(p.Indicator))) is { } stray)
        {
            throw new ArgumentException($"{stray.Indicator} has points and stands in no payment group", nameof(points));
        }

        var index = PaymentFactors.PopulationIndex(year, inputs.List);
        var pointValue = PaymentLine.Given("point value", year.PointValue, PaymentUnit.Pounds);
        var lines = year.Groups.Select(g => (Group: g, Points: PointsOf(g, year, earned, inputs))).ToList();
        List<GroupPayment> groups =
        [
            .. lines.Select(l => Of(l.Group, l.Points, pointValue, index, PaymentFactors.Of(year, l.Group, inputs))),
        ];
        return new AchievementPayment(
            index, groups,
            PaymentLine.Sum("points", "sum of the groups", PaymentUnit.Points, [.. lines.Select(l => l.Points)]),
            PaymentLine.Sum("achievement payment", "sum of the groups", PaymentUnit.Pounds, [.. groups.Select(g => g.Pounds)]));
    }

    private static GroupPayment Of(PaymentGroup group, PaymentLine points, PaymentLine pointValue, PaymentLine index, PaymentLine? factor)
    {
        return new GroupPayment(group, Pounds(group.Name, points), [.. points.Inputs.Select(i => Pounds(i.Name, i))]);

        PaymentLine Pounds(string name, PaymentLine of)
        {
            IReadOnlyList<PaymentLine> inputs = factor is null ? [of, pointValue, index] : [of, pointValue, index, factor];
            return PaymentLine.WorkedOut(
                name, $"{string.Join(" x ", inputs.Select(i => i == of ? "points" : i.Name))}, to the penny", PaymentUnit.Pounds, inputs,
                () => Money.For(of.Value!.Value, pointValue.Value!.Value, index.Value!.Value, factor?.Value ?? 1), group.Certainty);
        }
    }

    private static PaymentLine PointsOf(
        PaymentGroup group, PaymentYear year, Dictionary<string, EarnedPoints> earned, PaymentInputs inputs) =>
        PaymentLine.Sum(
            group.Name, "sum of the indicators", PaymentUnit.Points,
            [.. group.Indicators.Select(i => PointsOf(i, year, earned.GetValueOrDefault(i), inputs))]);

    private static PaymentLine PointsOf(string indicator, PaymentYear year, EarnedPoints? earned, PaymentInputs inputs)
    {
        if (year.Protected is { } isProtected && isProtected.Value.Contains(indicator))
        {
            return inputs.ProtectedPoints.TryGetValue(indicator, out var kept)
                ? PaymentLine.Given(indicator, kept, PaymentUnit.Points, "protected income") with { Certainty = isProtected.Certainty }
                : PaymentLine.Absent(indicator, PaymentUnit.Points, "income protected: the points that it is paid at were not given");
        }

        if (earned is not { Points: { } points })
        {
            return PaymentLine.Absent(indicator, PaymentUnit.Points, earned?.Remark ?? "no result was given");
        }

        var line = new PaymentLine(indicator, null, [], points, PaymentUnit.Points, earned.Certainty)
        {
            Source = "the indicator's result",
            Remark = earned.Remark,
            Provisional = earned.Provisional,
        };
        return year.Unsettled.FirstOrDefault(u => u.Value.Indicators.Contains(indicator)) is not { } open ? line
            : inputs.ImprovementPoints.TryGetValue(indicator, out var improved) ? BetterOf(line, improved, open.Certainty)
            : line with { Provisional = true, Remark = open.Value.Why };
    }

    private static PaymentLine BetterOf(PaymentLine achieved, decimal improved, Certainty certainty)
    {
        PaymentLine[] routes =
        [
            achieved with { Name = "points for achievement" },
            PaymentLine.Given("points for improvement", improved, PaymentUnit.Points, "the practice's statement"),
        ];
        return PaymentLine.WorkedOut(
            achieved.Name, "the more of both routes", PaymentUnit.Points, routes, () => Math.Max(achieved.Value!.Value, improved), certainty) with
        { Source = achieved.Source };
    }
}
