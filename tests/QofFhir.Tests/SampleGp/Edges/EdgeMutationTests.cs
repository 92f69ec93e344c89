using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;
using Xunit.Abstractions;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>Breaks the compiled rules one place at a time: the outcome of some patient made must change.</summary>
public sealed class EdgeMutationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Frameworks => EdgePracticeTests.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_row_that_never_or_always_holds_is_caught(string id) => Caught(id, PlanMutants.OfRows);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_small_break_of_a_condition_is_caught(string id) => Caught(id, PlanMutants.OfConditions);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_small_break_of_a_field_is_caught(string id) => Caught(id, PlanMutants.OfFields);

    private void Caught(string id, Func<Framework, IEnumerable<(string What, Framework Broken)>> mutants)
    {
        var made = EdgeCase.Of(id);
        // A break between two fields of one day, or by a part that the rules ask for nothing else, may change nothing: those are listed.
        var framework = made.Framework with { Indicators = [.. made.Framework.Indicators.Where(i => made.Framework.Rule(i) is not IndicatorRule.Attestation)] };
        var right = Outcomes(framework, made);
        var all = mutants(framework).ToArray();
        var survivors = all.Where(m => Same(right, Outcomes(m.Broken, made))).Select(m => m.What).ToArray();
        output.WriteLine($"{id}: {all.Length} breaks, not caught:\n{string.Join("\n", survivors)}");
        Assert.Empty(survivors);
    }

    private static Dictionary<string, string[]> Outcomes(Framework framework, EdgeCase made) =>
        Qof.Evaluate(framework, made.Practice.Records, ServiceDates.Year(framework.YearStart.AddYears(1).AddDays(-1))).Indicators
            .ToDictionary(i => i.Indicator.Id, i => i.Outcomes.Select(o => $"{o.Patient} {o.Outcome.Name} {o.Outcome.Row?.Name}").ToArray());

    private static bool Same(Dictionary<string, string[]> right, Dictionary<string, string[]> broken) =>
        broken.All(b => right[b.Key].SequenceEqual(b.Value));
}
