using System.Globalization;
using QofFhir.Core.Achievement;

namespace QofFhir.Core.Payments;

/// <summary>What a practice earned and is paid, what it lost, and why. The same inputs give the same statement, whenever it is asked for.</summary>
/// <param name="Groups">In the order of the year.</param>
/// <param name="Indicators">Those that the year pays, in the order of the framework. Their pounds are rounded each on its own, for reading: only groups add up.</param>
/// <param name="Lost">What all points that were not earned would have brought; points that are not known are not among them.</param>
/// <param name="Aspiration">Null when neither last year's payment nor agreed points are known.</param>
/// <param name="AspirationParts">The parts it is paid in; empty without it.</param>
/// <param name="Balance">What is still to pay, below 0 to be repaid; null when it is not known what was paid.</param>
public sealed record Statement(
    StatementInputs Inputs, AchievementPayment Achievement, IReadOnlyList<StatementLine> Groups, IReadOnlyList<StatementLine> Indicators, PaymentLine Lost,
    PaymentLine? Aspiration, IReadOnlyList<PaymentLine> AspirationParts, PaymentLine? Balance)
{
    public static Statement Of(StatementInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (year, paid) = (inputs.Year, inputs.Indicators.Where(i => i.Points > 0).ToList());
        var achievement = AchievementPayment.Of(year, [.. paid.Select(EarnedPoints.Of)], inputs.Payment);
        var groups = achievement.Groups.Select(g => OfGroup(g, paid)).ToList();
        var byId = achievement.Groups.SelectMany(g => g.Indicators.Select(pounds => (Pounds: pounds, Group: g))).ToDictionary(l => l.Pounds.Name, StringComparer.Ordinal);
        var aspiration = inputs switch
        {
            { AgreedPoints: { } agreed } => YearAccount.AspirationByPoints(year, agreed, achievement.Index),
            { LastYear: { } last } => YearAccount.AspirationByShare(year, last, achievement.Index),
            _ => null,
        };
        return new Statement(
            inputs, achievement, groups, [.. paid.Select(i => OfIndicator(i, byId[i.Id].Pounds))],
            PaymentLine.Sum("pounds lost", "sum of the groups", PaymentUnit.Pounds, [.. groups.Select(g => g.PoundsLost with { Name = g.Name })]),
            aspiration, aspiration is null ? [] : YearAccount.Parts(year, aspiration),
            inputs.AspirationPaid is { } advance ? YearAccount.Balance(year, achievement, advance) : null);
    }

    private static StatementLine OfGroup(GroupPayment group, List<StatementIndicator> paid)
    {
        var available = paid.Where(i => group.Group.Indicators.Contains(i.Id)).Sum(i => i.Points);
        var points = group.Pounds.Inputs[0];
        var lost = PaymentLine.Sum(
            "points lost", "sum of the indicators", PaymentUnit.Points,
            [.. points.Inputs.Select(p => PointsLost(p, paid.First(i => i.Id == p.Name)) with { Name = p.Name })]);
        return new StatementLine(group.Group.Name, available, points, group.Pounds, lost, PoundsFor(lost, group.Pounds), group.Pounds.Remark);
    }

    private static StatementLine OfIndicator(StatementIndicator indicator, PaymentLine pounds)
    {
        var points = pounds.Inputs[0];
        var lost = PointsLost(points, indicator);
        return new StatementLine(indicator.Id, indicator.Points, points, pounds, lost, PoundsFor(lost, pounds), lost.Value == 0 ? points.Remark : Why(indicator, points));
    }

    /// <summary>Where nobody is in the denominator nothing could be earned, and so nothing is lost.</summary>
    private static PaymentLine PointsLost(PaymentLine points, StatementIndicator indicator)
    {
        var nothing = indicator is { Kind: IndicatorKind.Fraction, Counts.Denominator: 0 };
        return PaymentLine.WorkedOut(
            "points lost", nothing ? "nothing could be earned" : "available points - points", PaymentUnit.Points,
            [PaymentLine.Given("available points", indicator.Points, PaymentUnit.Points, "the year"), points],
            () => nothing ? 0 : indicator.Points - points.Value!.Value);
    }

    /// <summary>Other points at the rates of a payment.</summary>
    private static PaymentLine PoundsFor(PaymentLine points, PaymentLine like)
    {
        IReadOnlyList<PaymentLine> inputs = [points, .. like.Inputs.Skip(1)];
        return PaymentLine.WorkedOut(
            "pounds lost", string.Join(" x ", inputs.Select(i => i.Name)) + ", to the penny", PaymentUnit.Pounds, inputs,
            () => Money.For(inputs[0].Value!.Value, inputs[1].Value!.Value, inputs[2].Value!.Value, inputs.Count > 3 ? inputs[3].Value!.Value : 1));
    }

    private static string? Why(StatementIndicator indicator, PaymentLine points) => indicator switch
    {
        _ when points.Value is null || indicator.Counts is { Denominator: 0 } => points.Remark,
        { Declared: false } => "declared: no",
        { Counts: { } counts, Upper: { } upper } => string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Numerator} of {counts.Denominator} is {counts.Numerator * 100m / counts.Denominator:0.00} %; all points from {upper:0.##} %{(points.Remark is { } also ? $"; {also}" : "")}"),
        _ => points.Remark,
    };
}
