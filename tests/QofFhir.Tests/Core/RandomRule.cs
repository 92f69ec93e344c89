using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

/// <summary>A rule put together by chance from all that the language has, with a patient whose events lie near its edges.</summary>
internal sealed class RandomRule
{
    private static readonly int[] Months = [1, 3, 6, 9, 12, 15, 24];
    private readonly Random _random;
    private readonly List<int> _dates = [];
    private readonly List<int> _values = [];
    private readonly List<int> _counts = [];
    private readonly int _register;

    public RandomRule(int seed)
    {
        _random = new Random(seed);
        Today = new DateOnly(2026, 4, 1).AddDays(_random.Next(730));
        for (var i = 0; i < 4; i++)
        {
            var bounds = Bounds();
            var clusters = One("A", "B", "A B");
            _dates.Add(_random.Next(2) == 0 ? Plan.Earliest(clusters, bounds) : Plan.Latest(clusters, bounds));
        }

        _values.Add(Plan.LatestValue("A"));
        _values.Add(Plan.Earliest(Plan.Of("B", new ValueFilter(null, null, null, _random.Next(2) == 0), bounds: Bounds())));
        _values.Add(Plan.Latest(Plan.Of("A B", new ValueFilter(null, null, null, false), bounds: Bounds())));
        _dates.AddRange(_values);
        _dates.Add(Plan.Computed(new DateExpression.LaterOf([Terms.On(_dates[0]), Terms.On(_dates[1])])));
        _dates.Add(Plan.Computed(Terms.On(_dates[2]).Months(One(Months))));
        _counts.Add(Plan.Count(One(Counted.Days, Counted.Codes, Counted.YearsInARow), Plan.Of("A B", bounds: Bounds())));
        _counts.Add(Plan.HowMany(Single(), Single(), Single()));
        _register = Plan.Register("R", (false, Single()), (true, Condition.Always.Instance));
        Rule = TestPlan.FractionOf(
            _random.Next(3) == 0 ? [_register] : [],
            Terms.Exclude("EX", Terms.All(Single(), Single(), Single())), Terms.Achieve(Any()), Terms.Achieve(Any(), Single()),
            Terms.Adjust("PCA", AdjustmentReason.Unsuitable, Single()));
        Practice = TestPractice.Of(Today.AddYears(-One(17, 40, 79)).AddDays(_random.Next(-400, 400)).ToString("yyyy-MM-dd", null));
        for (var i = _random.Next(1, 9); i > 0; i--)
        {
            var on = _random.Next(3) == 0 ? Today.AddDays(-_random.Next(900)) : Today.AddMonths(-One(Months)).AddDays(_random.Next(-40, 40));
            on = on > Today ? Today : on;
            Practice.Event(One("A", "B"), on.ToString("yyyy-MM-dd", null), _random.Next(5) == 0 ? null : _random.Next(40, 70));
        }
    }

    public TestPlan Plan { get; } = new();

    public IndicatorRule Rule { get; }

    public TestPractice Practice { get; }

    public DateOnly Today { get; }

    private Condition Any() => _random.Next(3) switch
    {
        0 => Single(),
        1 => Terms.All(Single(), Single()),
        _ => Terms.Any(Single(), Single()),
    };

    private Condition Single()
    {
        Condition condition = _random.Next(9) switch
        {
            0 or 1 => Date().Is(Comparing(), Moving()),
            2 => Moving().Is(Comparing(), Date()),
            3 => Date().Is(Comparing(), Date()),
            4 => Date().IsPresent(),
            5 when _values.Count > 0 => Terms.Value(One([.. _values])).Is(Comparing(), _random.Next(40, 70)),
            6 when _counts.Count > 0 => Terms.Number(One([.. _counts])).Is(Comparing(), _random.Next(0, 4)),
            7 => One(Terms.Age, new NumberExpression.AgeAt(Terms.Pped.Months(One(-3, 3)))).Is(Comparing(), One(17, 18, 40, 79, 80)),
            _ => Date().Is(Comparison.Greater, Terms.Pped.Months(-One(Months))),
        };
        return _random.Next(5) == 0 ? Terms.Not(condition) : condition;
    }

    private DateExpression Date() => _random.Next(4) switch
    {
        0 => Terms.On(One([.. _dates])).Months(One(Months)),
        1 => new DateExpression.EarlierOf([Terms.On(One([.. _dates])), Terms.On(One([.. _dates]))]),
        _ => Terms.On(One([.. _dates])),
    };

    private DateExpression Moving() => _random.Next(6) switch
    {
        0 => Terms.Ppsd,
        1 => Terms.Achv.Months(-One(Months)),
        2 => new DateExpression.DayOfServiceYear(1, One(1, 4, 8, 12)),
        3 => new DateExpression.LaterOf([Terms.Ppsd, Terms.Born.Plus(One(18, 40), AmountUnit.Year)]),
        _ => Terms.Pped.Months(-One(Months)),
    };

    private DateBound[] Bounds() => _random.Next(4) switch
    {
        0 => [new DateBound(BoundKind.OnOrAfter, Moving())],
        1 => [new DateBound(One(BoundKind.After, BoundKind.OnOrBefore, BoundKind.Before), Moving())],
        2 when _dates.Count > 0 => [new DateBound(BoundKind.OnOrAfter, Terms.On(One([.. _dates])).Days(7))],
        _ => [],
    };

    private Comparison Comparing() => One(Enum.GetValues<Comparison>());

    private T One<T>(params T[] items) => items[_random.Next(items.Length)];
}
