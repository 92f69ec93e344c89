using System.Collections.Frozen;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

/// <summary>A plan made by hand. A cluster NAME holds the code <c>sct|NAME</c>, unless codes are given.</summary>
internal sealed class TestPlan
{
    public static readonly RuleSource Source = new("made by hand", Certainty.Found);
    private readonly List<Cluster> _clusters = [];
    private readonly List<FieldRule> _fields = [];
    private readonly List<RegisterRule> _registers = [];

    public int Cluster(
        string name, ClusterClass kind = ClusterClass.Code, string[]? codes = null, Dictionary<string, string>? ingredients = null)
    {
        var known = _clusters.FindIndex(c => c.Name == name);
        if (known >= 0)
        {
            return known;
        }

        var keys = (codes ?? [name]).Select(c => "sct|" + c).ToHashSet();
        var map = ingredients?.ToFrozenDictionary(i => "sct|" + i.Key, i => "sct|" + i.Value);
        _clusters.Add(new Cluster(name, kind, keys, Completeness.Full, "1", map));
        return _clusters.Count - 1;
    }

    public EventFilter Of(string clusters, ValueFilter? value = null, bool pressure = false, bool newEpisode = false, params DateBound[] bounds) =>
        new([.. clusters.Split(' ').Select(c => Cluster(c))], value, pressure, newEpisode, bounds);

    public int Earliest(EventFilter filter) => Field(new FieldRule.Select(Pick.Earliest, filter) { Name = $"F{_fields.Count}", Text = "earliest" });

    public int Latest(EventFilter filter) => Field(new FieldRule.Select(Pick.Latest, filter) { Name = $"F{_fields.Count}", Text = "latest" });

    public int Earliest(string clusters, params DateBound[] bounds) => Earliest(Of(clusters, bounds: bounds));

    public int Latest(string clusters, params DateBound[] bounds) => Latest(Of(clusters, bounds: bounds));

    /// <summary>The latest with any value, the lowest of the day unless said otherwise.</summary>
    public int LatestValue(string clusters, bool highestFirst = false) => Latest(Of(clusters, new ValueFilter(null, null, null, highestFirst)));

    public int LatestPressure(string clusters) => Latest(Of(clusters, pressure: true));

    public int Count(Counted counted, EventFilter filter) => Field(new FieldRule.Count(counted, filter) { Name = $"F{_fields.Count}", Text = "count" });

    public int Computed(DateExpression on) => Field(new FieldRule.Computed(on) { Name = $"F{_fields.Count}", Text = "date" });

    public int HowMany(params Condition[] conditions) => Field(new FieldRule.HowMany(conditions) { Name = $"F{_fields.Count}", Text = "number of" });

    public int Register(string name, params (bool Selects, Condition When)[] rows)
    {
        _registers.Add(new RegisterRule(
            name, name, [.. rows.Select(r => new RegisterRow(r.Selects, new RowLine(name, r.When), null, Source))], Source));
        return _registers.Count - 1;
    }

    public static IndicatorRule.Fraction Fraction(params Row[] rows) => FractionOf([], rows);

    public static IndicatorRule.Fraction FractionOf(int[] population, params Row[] rows) =>
        new(population, rows) { Id = "X", Title = "X", Source = Source };

    public static IndicatorRule.Register RegisterOf(params int[] registers) => new(registers) { Id = "X", Title = "X", Source = Source };

    /// <summary>A framework of X1, X2, ... with 10 points each, and thresholds of 40 and 90 for fractions.</summary>
    public Framework Framework(params IndicatorRule[] rules) => new(
        "test", "Test", new DateOnly(2026, 4, 1), "51", [.. rules.Select((r, i) => Paid(r, $"X{i + 1}", i))],
        new EvaluationPlan(_clusters, _fields, _registers, rules));

    /// <summary>Whether a condition holds for the first patient.</summary>
    public bool Holds(Condition condition, TestPractice practice, string achievementDate = "2027-03-31") =>
        Outcome(Fraction(Terms.Achieve(condition)), practice, achievementDate) is Outcome.Achieved;

    /// <summary>What a date comes to for the first patient; null when absent.</summary>
    public DateOnly? DateOf(DateExpression date, TestPractice practice, string achievementDate = "2027-03-31") =>
        FieldOf(Computed(date), practice, achievementDate).On;

    /// <summary>What a field comes to for the first patient.</summary>
    public FieldValue FieldOf(int field, TestPractice practice, string achievementDate = "2027-03-31")
    {
        var framework = Framework(Fraction(Terms.Achieve(Terms.On(field).IsPresent())));
        var explained = Qof.Explain(framework, practice.Build(), ServiceDates.Year(Terms.Day(achievementDate)), 0, "X1");
        return explained.Rows[0].Lines[0].Fields[0];
    }

    /// <summary>The first patient's outcome, or null outside the population or the list.</summary>
    public Outcome? Outcome(IndicatorRule rule, TestPractice practice, string achievementDate = "2027-03-31") =>
        Qof.Evaluate(Framework(rule), practice.Build(), ServiceDates.Year(Terms.Day(achievementDate)))
            .Indicators[0].Outcomes.Where(o => o.Patient == 0).Select(o => o.Outcome).SingleOrDefault();

    /// <summary>The first patient's clinical state.</summary>
    public ClinicalState Clinical(IndicatorRule rule, TestPractice practice, string achievementDate = "2027-03-31") =>
        Qof.Explain(Framework(rule), practice.Build(), ServiceDates.Year(Terms.Day(achievementDate)), 0, "X1").Clinical;

    private int Field(FieldRule rule)
    {
        _fields.Add(rule);
        return _fields.Count - 1;
    }

    private static FrameworkIndicator Paid(IndicatorRule rule, string id, int place)
    {
        var kind = rule switch
        {
            IndicatorRule.Fraction => IndicatorKind.Fraction,
            IndicatorRule.Register => IndicatorKind.Register,
            _ => IndicatorKind.Attestation,
        };
        decimal? lower = kind == IndicatorKind.Fraction ? 40 : null;
        decimal? upper = kind == IndicatorKind.Fraction ? 90 : null;
        return new FrameworkIndicator(
            id, id, "CL", "X", kind, 10, lower, upper, Certainty.Found, Certainty.Found, "test", place, Evaluability.Complete);
    }
}
