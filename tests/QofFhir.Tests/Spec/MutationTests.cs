using System.Collections.Concurrent;
using System.IO.Enumeration;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using Xunit.Abstractions;

namespace QofFhir.Tests.Spec;

/// <summary>Breaks the compiled rules one place at a time: some cell of some table must change.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private readonly ConcurrentDictionary<SpecTable, PracticeRecords> _records = [];
    private readonly ConcurrentDictionary<string, SpecTable> _caught = new(StringComparer.Ordinal);

    public static TheoryData<string> FrameworksAndMeasures => [.. Rulebook.FrameworkIds, .. Rulebook.MeasureIds];

    [Theory]
    [MemberData(nameof(FrameworksAndMeasures))]
    public void Every_row_that_never_or_always_holds_is_caught(string id) => Caught(id, PlanMutants.OfRows);

    [Theory]
    [MemberData(nameof(FrameworksAndMeasures))]
    public void Every_small_break_of_a_condition_is_caught(string id) => Caught(id, PlanMutants.OfConditions);

    [Theory]
    [MemberData(nameof(FrameworksAndMeasures))]
    public void Every_small_break_of_a_field_is_caught(string id) => Caught(id, PlanMutants.OfFields);

    private void Caught(string id, Func<Framework, IEnumerable<(string What, string Text, Framework Broken)>> mutants)
    {
        var tables = SpecTables.All.Values.Where(t => t.Framework == id).ToArray();
        var all = PlanMutants.OfThisYear(Rulebook.Small(id), mutants).ToArray();
        var survivors = all.AsParallel().AsOrdered().Where(m => !IsEquivalent(m.What) && !IsCaught(tables, m.Broken)).Select(m => m.What).ToArray();
        output.WriteLine($"{id}: {all.Length} breaks, {all.Count(m => IsEquivalent(m.What))} change nothing, not caught: {string.Join("; ", survivors)}");
        Assert.Empty(survivors);
    }

    internal static bool IsEquivalent(string what) => SpecTables.ChangeNothing.Any(e => Fits(what, e.What));

    /// <param name="pattern">A break as it is named, where a star stands for any text.</param>
    private static bool Fits(string what, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, what, ignoreCase: false);

    /// <summary>The table that caught the last break of an indicator is asked first.</summary>
    private bool IsCaught(SpecTable[] tables, Framework broken)
    {
        var first = broken.Indicators[0].Id;
        _caught.TryGetValue(first, out var before);
        var caught = tables.OrderBy(t => t == before ? 0 : 1).FirstOrDefault(t => Differs(t, broken));
        if (caught is not null)
        {
            _caught[first] = caught;
        }

        return caught is not null;
    }

    private bool Differs(SpecTable table, Framework broken)
    {
        var shown = broken.Indicators.Select(i => i.Id).ToHashSet();
        var expectations = table.Expectations.Where(e => shown.Contains(e.Indicator)).ToArray();
        if (expectations.Length == 0)
        {
            return false;
        }

        var records = _records.GetOrAdd(table, t => SpecPractice.Build(broken.Plan, t.Patients));
        var verdict = new SpecVerdict(broken, records, table.AchievementDate, expectations.Any(e => e.IsClinical));
        return expectations.Any(e => verdict.Cell(e.Patient, e.Column) != e.Expected);
    }
}
