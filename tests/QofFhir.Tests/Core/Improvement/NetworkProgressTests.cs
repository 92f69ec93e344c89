using QofFhir.Core.Disclosure;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Charts;
using QofFhir.Core.Improvement.Networks;

namespace QofFhir.Tests.Core.Improvement;

/// <summary>Five practices of a network, and what the network sees of them.</summary>
public sealed class NetworkProgressTests
{
    private static readonly ImprovementPlan[] Plans =
    [
        Plan("A81001", (40, 60), (57, 62)), Plan("A81002", (30, 50), (45, 51)), Plan("A81003", (20, 40), null),
        Plan("A81004", (0, 0), (9, 12)), Plan("A81005", null, null),
    ];

    private static NetworkProgress Network { get; } = NetworkProgress.Of("U12345", SafetyModule.Module, Plans.Reverse(), SafetyModule.Today);

    [Fact]
    public void Only_practices_counted_at_both_times_are_added_up()
    {
        var measure = Network.Measures.Single(m => m.Measure == "NSAID");
        Assert.Equal((2, 70, 110, 102, 113), (measure.Counted, measure.Baseline.Numerator, measure.Baseline.Denominator, measure.Now.Numerator, measure.Now.Denominator));
        Assert.Equal("2 of 5 practices are counted at both times.", measure.Coverage);
        Assert.Equal((ChangeVerdict.Better, ProgressChange.Of(new(70, 110), new(102, 113))), (measure.Change.Verdict, measure.Change));
        Assert.Equal(["A81001", "A81002", "A81003", "A81004", "A81005"], measure.Practices.Select(p => p.Practice));
        Assert.Equal([true, false, null, false, null], measure.Practices.Select(p => p.Reached));
        Assert.Equal(90, measure.Practices[0].Objective!.Target);
    }

    [Fact]
    public void Only_shared_words_are_seen()
    {
        Assert.Equal(["A81001 learning Alerts help"], Network.Learning.Where(l => l.Practice == "A81001" && l.Field == "learning").Select(l => $"{l.Practice} {l.Field} {l.Text}"));
        Assert.DoesNotContain(Network.Learning, l => l.Text.Contains("ourselves", StringComparison.Ordinal) || l.Text.Contains("learned much", StringComparison.Ordinal));
        Assert.All(Network.Measures.SelectMany(m => m.Practices), p => Assert.True(p.Objective is null or { Text: "" }));
        Assert.All(Network.Measures.SelectMany(m => m.Practices).SelectMany(p => new[] { p.Baseline, p.Now }), m => Assert.True(m is null or { MeasuredFrom: "" }));
    }

    [Fact]
    public void The_collective_counts_go_through_the_disclosure_policy()
    {
        var released = Network.Collective("NSAID", DisclosurePolicy.ShowAsFive, () => false)!;
        Assert.Equal("U12345", released.Organisation);
        Assert.All(new[] { released.Population, released.Numerator }, c => Assert.True(c.Shown is null || c.Shown % 5 == 0));
        Assert.Null(Network.Collective("LITHIUM", DisclosurePolicy.Suppress, () => false)!.Numerator.Shown);
        Assert.False(Network.Collective("NSAID", DisclosurePolicy.Suppress, () => true)!.Whole);
        Assert.Null(Network.Collective("OTHER", DisclosurePolicy.Suppress, () => false));
    }

    [Fact]
    public void A_population_withheld_in_one_measure_is_not_shown_in_another_of_the_same_patients()
    {
        var apart = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var plans = Enumerable.Range(1, 3).Select(i =>
            {
                var patients = random.Next(1, 14);
                return SafetyModule.Undeclared with
                {
                    Practice = $"A8100{i}",
                    Measurements =
                    [
                        SafetyModule.Counted("m1", "NSAID", random.Next(patients + 1), patients, new(2019, 10, 1)),
                        SafetyModule.Counted("m2", "LITHIUM", random.Next(patients + 1), patients, new(2019, 10, 1)),
                    ],
                };
            }).ToArray();
            ReleasedCounts Released(string measure, params ImprovementModule[] module) =>
                NetworkProgress.Of("U12345", module[0], plans, SafetyModule.Today).Collective(measure, DisclosurePolicy.Suppress, () => false)!;
            var (one, other) = (Released("NSAID", SafetyModule.Module), Released("LITHIUM", SafetyModule.Module));
            Assert.Equal(one.Population.Shown, other.Population.Shown);
            var alone = SafetyModule.Module with { Measures = SafetyModule.Module.Measures! with { Indicators = [SafetyModule.Module.Measures.Indicators[0]] } };
            apart += Released("NSAID", alone).Population.Shown == one.Population.Shown ? 0 : 1;
        }

        Assert.True(apart > 0, "no case in which it matters that they are released together");
    }

    [Theory]
    [InlineData(Direction.Higher, ChangeVerdict.Worse)]
    [InlineData(Direction.Lower, ChangeVerdict.Better)]
    public void An_objective_says_which_way_is_better(Direction wanted, ChangeVerdict verdict)
    {
        var plan = SafetyModule.Undeclared with
        {
            Objectives = [SafetyModule.Undeclared.Objectives[0] with { Direction = wanted }],
            Baselines = [SafetyModule.Counted("b1", "NSAID", 90, 100, new(2019, 6, 1))],
            Measurements = [SafetyModule.Counted("m1", "NSAID", 10, 100, new(2019, 10, 1))],
        };
        var measure = NetworkProgress.Of("U12345", SafetyModule.Module, [plan], SafetyModule.Today).Measures[0];
        Assert.Equal((verdict, verdict), (measure.Practices[0].Change!.Verdict, measure.Change.Verdict));
        Assert.Equal(wanted, plan.WantedOf("NSAID", SafetyModule.Today));
        Assert.Null(plan.WantedOf("LITHIUM", SafetyModule.Today));
    }

    [Fact]
    public void A_practice_has_one_plan() =>
        Assert.Throws<ArgumentException>(() => NetworkProgress.Of("U12345", SafetyModule.Module, [Plans[0], Plans[0]], SafetyModule.Today));

    private static ImprovementPlan Plan(string practice, (long Numerator, long Denominator)? baseline, (long Numerator, long Denominator)? now) => SafetyModule.Undeclared with
    {
        Practice = practice,
        Baselines = baseline is var (b, of) ? [SafetyModule.Counted("b1", "NSAID", b, of, new(2019, 6, 1)), SafetyModule.Counted("b2", "LITHIUM", 1, 2, new(2019, 6, 1))] : [],
        Measurements = now is var (n, d) ? [SafetyModule.Counted("m1", "NSAID", n, d, new(2019, 10, 1)), SafetyModule.Counted("m2", "LITHIUM", practice == "A81001" ? 2 : 0, 2, new(2019, 10, 1))] : [],
    };
}
