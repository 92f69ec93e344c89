using FsCheck;
using FsCheck.Fluent;
using QofFhir.Core.Payments;

namespace QofFhir.Tests.Core.Payments;

/// <summary>Random practices: points in hundredths, lists and registers of any size.</summary>
public sealed class PaymentPropertyTests
{
    private static readonly PaymentYear Year = TestYear.Of(
        TestYear.Group("A1", "A2"), TestYear.Group("B1"), TestYear.Group(Weighting.None, "C1", "C2"));

    [Fact]
    public void The_lines_add_up_to_the_total() => ForAll((points, inputs, _) =>
    {
        var payment = Pay(points, inputs);
        return payment.Pounds.Value == payment.Groups.Sum(g => g.Pounds.Value)
            && payment.Points.Value == points.Sum()
            && payment.Groups.All(g => g.Pounds.Value == Math.Round(g.Pounds.Value!.Value, 2)
                && Math.Abs(g.Pounds.Value.Value - g.Indicators.Sum(i => i.Value!.Value)) <= 0.005m * (g.Indicators.Count + 1));
    });

    [Fact]
    public void More_points_never_bring_less_money() => ForAll((points, inputs, more) =>
    {
        decimal[] raised = [.. points.Select((p, i) => i == more % points.Length ? p + 0.01m : p)];
        return Pay(raised, inputs).Pounds.Value >= Pay(points, inputs).Pounds.Value;
    });

    [Fact]
    public void Aspiration_and_balance_make_up_the_achievement() => ForAll((points, inputs, paid) =>
    {
        var payment = Pay(points, inputs);
        return YearAccount.Balance(Year, payment, paid).Value + paid == payment.Pounds.Value;
    });

    private static AchievementPayment Pay(decimal[] points, PaymentInputs inputs) => AchievementPayment.Of(
        Year, [.. Year.Groups.SelectMany(g => g.Indicators).Zip(points, (id, p) => TestYear.Earned(id, p))], inputs);

    private static void ForAll(Func<decimal[], PaymentInputs, int, bool> holds)
    {
        var cases =
            from hundredths in Gen.Choose(0, 10_000).ArrayOf(5)
            from list in Gen.Choose(1, 100_000)
            from register in Gen.Choose(0, list)
            from country in Gen.Choose(1, 60_000_000)
            from common in Gen.Choose(1, country)
            from extra in Gen.Choose(0, 1_000)
            select (Points: hundredths.Select(h => h / 100m).ToArray(), Inputs: Inputs(list, register, country, common), Extra: extra);
        var property = Prop.ForAll(Arb.From(cases), c => holds(c.Points, c.Inputs, c.Extra));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2026, 1), property);
    }

    private static PaymentInputs Inputs(int list, int register, int country, int common)
    {
        var here = new RegisterShare(register, list, TestYear.YearEnd);
        var national = new RegisterShare(common, country, TestYear.YearEnd);
        return new PaymentInputs(
            new ListCount(list, TestYear.ListDay),
            new Dictionary<string, RegisterShare> { ["A"] = here, ["B"] = here },
            new Dictionary<string, RegisterShare> { ["A"] = national, ["B"] = national });
    }
}
