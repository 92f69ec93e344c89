using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core.Payments;

public sealed class StatementTests
{
    private static readonly PaymentYear Year = TestYear.Of(TestYear.Group("A1", "A2"), TestYear.Group(Weighting.None, "B1", "B2"));

    /// <summary>100 points between 40 % and 90 %: at and below the lower none, at and above the upper all, between in whole hundredths.</summary>
    [Theory]
    [InlineData(399, 1000, 0)]
    [InlineData(400, 1000, 0)]
    [InlineData(401, 1000, 0.2)]
    [InlineData(50, 100, 20)]
    [InlineData(2, 3, 53.33)]
    [InlineData(899, 1000, 99.8)]
    [InlineData(900, 1000, 100)]
    [InlineData(901, 1000, 100)]
    [InlineData(3, 3, 100)]
    public void Points_of_a_fraction_lie_between_its_thresholds(int numerator, int denominator, decimal points)
    {
        var line = Line(Of(Fraction("A1", numerator, denominator)), "A1");
        Assert.Equal((points, 100 - points), (line.Points.Value, line.PointsLost.Value));
    }

    [Fact]
    public void What_was_lost_is_told_with_the_pounds_that_it_would_have_brought()
    {
        var statement = Of(Fraction("A1", 50, 100), Fraction("A2", 95, 100));
        var lost = Line(statement, "A1");
        Assert.Equal((20m, 80m, Money.For(80, 207.56m, 1.71m, 1.45m)), (lost.Points.Value, lost.PointsLost.Value, lost.PoundsLost.Value));
        Assert.Equal("50 of 100 is 50.00 %; all points from 90 %", lost.Why);
        var all = Line(statement, "A2");
        Assert.Equal((0m, 0m, null), (all.PointsLost.Value, all.PoundsLost.Value, all.Why));
        Assert.Equal((200m, 120m, 80m), (statement.Groups[0].Available, statement.Groups[0].Points.Value, statement.Groups[0].PointsLost.Value));
    }

    [Fact]
    public void What_is_not_known_is_not_lost()
    {
        var statement = Of(Fraction("A1", 50, 100), TestIndicator("A2", IndicatorKind.Fraction) with { NotKnown = "not evaluable: codes are missing" });
        var unknown = Line(statement, "A2");
        Assert.Equal((null, null, null, null), (unknown.Points.Value, unknown.Pounds.Value, unknown.PointsLost.Value, unknown.PoundsLost.Value));
        Assert.Equal("not evaluable: codes are missing", unknown.Why);
        Assert.Equal((80m, true), (statement.Groups[0].PointsLost.Value, statement.Groups[0].PointsLost.Provisional));
    }

    [Fact]
    public void An_answer_no_loses_the_points_and_none_loses_nothing_yet()
    {
        var attested = TestIndicator("B1", IndicatorKind.Attestation);
        Assert.Equal("declared: no", Line(Of(attested with { Declared = false }), "B1").Why);
        Assert.Null(Line(Of(attested with { NotKnown = "not declared yet" }), "B1").PointsLost.Value);
        Assert.Equal(100, Line(Of(attested with { Declared = true }), "B1").Points.Value);
    }

    [Fact]
    public void An_empty_denominator_earns_nothing_and_loses_nothing() =>
        Assert.Equal((0m, 0m, 0m, "nobody is in the denominator: no points"), Told(Line(Of(Fraction("A1", 0, 0)), "A1")));

    [Fact]
    public void An_empty_denominator_is_said_beside_codes_that_are_missing() => Assert.Equal(
        "nobody is in the denominator: no points; codes are missing",
        Line(Of(Fraction("A1", 0, 0) with { MayChange = "codes are missing" }), "A1").Why);

    [Fact]
    public void Aspiration_and_balance_are_there_when_what_they_need_is_known()
    {
        var bare = Of(Fraction("A1", 95, 100));
        Assert.Equal((null, null), (bare.Aspiration, bare.Balance));
        var whole = Statement.Of(bare.Inputs with { LastYear = new LastYearPayment(10_000, 201.16m, true), AspirationPaid = 8_254.52m });
        Assert.Equal((8_254.52m, 12), (whole.Aspiration!.Value, whole.AspirationParts.Count));
        Assert.Equal(whole.Achievement.Pounds.Value - 8_254.52m, whole.Balance!.Value);
        Assert.Equal(500 * 207.56m * 1.71m, Statement.Of(bare.Inputs with { AgreedPoints = 500 }).Aspiration!.Value);
    }

    [Fact]
    public void An_indicator_without_a_result_is_on_the_statement_and_says_so()
    {
        var framework = new Framework("f", "F", new DateOnly(2022, 4, 1), "1", [TestYear.Indicator("A1")], new EvaluationPlan([], [], [], []))
        {
            Payment = TestYear.Of(TestYear.Group("A1") with { CountedBy = "REG" }),
        };
        var inputs = StatementInputs.Of(framework, "A81001", TestYear.YearEnd, [], new Dictionary<string, RegisterShare>(), TestYear.List, 17_100);
        Assert.Equal("no result was given", Line(Statement.Of(inputs), "A1").Why);
        Assert.Equal("the practice's register is not known: no result of REG was given", inputs.Payment.NotKnown["A"]);
    }

    private static (decimal?, decimal?, decimal?, string?) Told(StatementLine line) => (line.Points.Value, line.PointsLost.Value, line.PoundsLost.Value, line.Why);

    private static Statement Of(params StatementIndicator[] indicators) =>
        Statement.Of(new StatementInputs(
            "A81001", "f", "F", "1", TestYear.YearEnd, Year,
            [.. Year.Groups.SelectMany(g => g.Indicators).Select(id => Array.Find(indicators, i => i.Id == id) ?? TestIndicator(id, IndicatorKind.Fraction) with { NotKnown = "no result was given" })],
            TestYear.Inputs("A")));

    private static StatementLine Line(Statement statement, string id) => statement.Indicators.Single(i => i.Name == id);

    private static StatementIndicator Fraction(string id, int numerator, int denominator) =>
        TestIndicator(id, IndicatorKind.Fraction) with { Counts = new ReportedCounts(denominator, 0, 0, numerator) };

    private static StatementIndicator TestIndicator(string id, IndicatorKind kind) => new(
        id, id, id[..1], kind, 100, kind == IndicatorKind.Fraction ? 40 : null, kind == IndicatorKind.Fraction ? 90 : null, Certainty.Found);
}
