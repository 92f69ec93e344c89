using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;
using Xunit.Abstractions;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>Breaks the compiled rules one place at a time: the outcome of some patient made must change.</summary>
public sealed class EdgeMutationTests(ITestOutputHelper output)
{
    /// <summary>Breaks of the hard tables that change nothing for any patient, each with its reason.</summary>
    private static readonly (string What, string Reason)[] Equivalent =
    [
        .. new[]
        {
            "VALVE", "NODOAC", "XORANTICOAGGENCON", "VITKANTAGCON", "EPILRES", "BONE", "STRK", "COPD", "COPDGONE", "LOW", "LOWNEW", "ASTGONE",
            "NOCX", "NDH", "DM", "XSAL", "XCLO", "INVITE2", "HFRES", "REDEJCFRAC", "TEST", "SPIRPU", "DEPRES", "INTIME", "HBMALE", "FALL",
        }.SelectMany(f => new[] { ($"{f}: other end", "only its presence is asked"), ($"{f}: highest for lowest", "only its presence is asked") }),
        ("OVERWEIGHT: without part 0", "a weight of 30 is one of 25 and one of 23, and either the risk is there or it is not"),
        ("OVERWEIGHT: part 0: AtLeast as Greater", "as above"),
        ("OVERWEIGHT: part 0: 30 by -1", "as above"),
        ("OVERWEIGHT: part 0: 30 by 1", "as above"),
        ("OVERWEIGHT: part 1: without part 1", "at risk, a weight of 25 is one of 23"),
        ("OBESE: part 0: without part 0", "a weight that is not the latest of both leaves the code as the latest"),
        ("OBESE: part 0: part 0: Equal as AtMost", "as above"),
        ("NDH_REG row 2: without part 0", "a new diagnosis is a diagnosis"),
        ("FRAIL_REG row 1: without part 1", "of two deficits one is among the last two"),
        ("FRAIL_REG row 1: part 1: 1 by -1", "as above"),
    ];

    public static TheoryData<string> Frameworks => EdgePracticeTests.Frameworks;

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Rows_that_never_or_always_hold_are_caught_but_for_one_in_fifty(string id) => Caught(id, PlanMutants.OfRows, every: 1, open: 0.02);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Nine_of_ten_small_breaks_of_a_condition_are_caught(string id) => Caught(id, PlanMutants.OfConditions, every: 3, open: 0.1);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Nine_of_ten_small_breaks_of_a_field_are_caught(string id) => Caught(id, PlanMutants.OfFields, every: 3, open: 0.1);

    /// <param name="every">One break in so many is tried.</param>
    /// <param name="open">The share that the search may have had no luck with; the command lists them as open edges.</param>
    private void Caught(string id, Func<Framework, IEnumerable<(string What, string Text, Framework Broken)>> mutants, int every, double open)
    {
        var made = EdgeCase.Of(id);
        var read = made.ReadByTable();
        var met = read.Values.SelectMany(r => Enumerable.Range(0, r.Concepts.Count).SelectMany(r.Concepts.Keys)).ToHashSet(StringComparer.Ordinal);
        var framework = (made.Framework with { Indicators = [.. made.Framework.Indicators.Where(i => made.Framework.Rule(i) is not IndicatorRule.Attestation)] }).WithCodes(met);
        var blocks = read.Select(b => new Block(b.Key, b.Value, Outcomes(framework, b.Value))).ToArray();
        var all = PlanMutants.OfThisYear(framework, mutants).Where((_, i) => i % every == 0).ToArray();
        var survivors = all.AsParallel().AsOrdered().Where(m => !IsEquivalent(m.What) && !IsCaught(blocks, m.What, m.Broken)).Select(m => m.What).ToArray();
        output.WriteLine($"{id}: {all.Length} breaks, not caught:\n{string.Join("\n", survivors)}");
        Assert.True(survivors.Length <= all.Length * open, string.Join('\n', survivors));
    }

    /// <summary>Asked first are the patients of the table that is broken, then of those that ask it.</summary>
    private static bool IsCaught(Block[] blocks, string what, Framework broken)
    {
        var concerned = broken.Indicators.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return blocks
            .OrderBy(b => what.StartsWith(b.Table + " ", StringComparison.Ordinal) ? 0 : concerned.Contains(b.Table) ? 1 : 2)
            .Any(b => Outcomes(broken, b.Records).Any(o => !b.Right[o.Key].SequenceEqual(o.Value)));
    }

    private static bool IsEquivalent(string what) =>
        MutationTests.IsEquivalent(what) || Equivalent.Any(e => what.EndsWith(e.What, StringComparison.Ordinal));

    private static Dictionary<string, string[]> Outcomes(Framework framework, PracticeRecords records) =>
        Qof.Evaluate(framework, records, ServiceDates.Year(framework.YearStart.AddYears(1).AddDays(-1))).Indicators
            .ToDictionary(i => i.Indicator.Id, i => i.Outcomes.Select(o => $"{o.Patient} {o.Outcome.Name} {o.Outcome.Row?.Name}").ToArray());

    /// <summary>The patients made for one table, and what should become of them.</summary>
    private sealed record Block(string Table, PracticeRecords Records, Dictionary<string, string[]> Right);
}
