using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using Xunit.Abstractions;

namespace QofFhir.Tests.Spec;

/// <summary>Breaks the compiled rules one place at a time: some cell of some table must change.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    /// <summary>Breaks that change nothing for any patient, each with its reason.</summary>
    private static readonly (string What, string Reason)[] Equivalent =
    [
        ("DMRES: other end", "only its presence is asked"),
        ("HYPRES: other end", "only its presence is asked"),
        ("DMINVITE2: other end", "only its presence is asked"),
        ("HYPINVITE2: other end", "only its presence is asked"),
    ];

    /// <summary>In the invitation rows of a pressure target: a reading before the year lies before the year's first invitation, so the other half of the <c>or</c> holds for it.</summary>
    private static readonly string[] BeforeTheYear = ["_IN_YEAR: Greater as AtLeast", "_IN_YEAR: -12 Month by -1", "_IN_YEAR: PPSD for PPED"];

    private readonly Dictionary<SpecTable, PracticeRecords> _records = [];

    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_row_that_never_or_always_holds_is_caught(string id) => Caught(id, PlanMutants.OfRows(Rulebook.Framework(id)));

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_small_break_of_a_condition_is_caught(string id) => Caught(id, PlanMutants.OfConditions(Rulebook.Framework(id)));

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_small_break_of_a_field_is_caught(string id) => Caught(id, PlanMutants.OfFields(Rulebook.Framework(id)));

    private void Caught(string id, IEnumerable<(string What, Framework Broken)> mutants)
    {
        var tables = SpecTables.All.Values.Where(t => t.Framework == id).ToArray();
        var all = mutants.ToArray();
        var survivors = all.Where(m => !IsEquivalent(m.What) && !tables.Any(t => Differs(t, m.Broken))).Select(m => m.What).ToArray();
        output.WriteLine($"{id}: {all.Length} breaks, {all.Count(m => IsEquivalent(m.What))} change nothing, not caught: {string.Join("; ", survivors)}");
        Assert.Empty(survivors);
    }

    internal static bool IsEquivalent(string what) => Equivalent.Any(e => what == e.What)
        || (what.Contains("BPINV", StringComparison.Ordinal) && BeforeTheYear.Any(b => what.EndsWith(b, StringComparison.Ordinal)));

    private bool Differs(SpecTable table, Framework broken)
    {
        var shown = broken.Indicators.Select(i => i.Id).ToHashSet();
        var expectations = table.Expectations.Where(e => shown.Contains(e.Indicator)).ToArray();
        if (expectations.Length == 0)
        {
            return false;
        }

        if (!_records.TryGetValue(table, out var records))
        {
            _records.Add(table, records = SpecPractice.Build(broken.Plan, table.Patients));
        }

        var verdict = new SpecVerdict(broken, records, table.AchievementDate, expectations.Any(e => e.IsClinical));
        return expectations.Any(e => verdict.Cell(e.Patient, e.Column) != e.Expected);
    }
}
