using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Reading;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>Two ways to the same number: the product and the oracle on random practices.</summary>
public sealed class OraclePropertyTests
{
    private static readonly Dictionary<string, Framework> Frameworks = OracleScope.FrameworkIds.ToDictionary(id => id, OracleScope.Framework);

    private static readonly Dictionary<string, CodeIndex> Indexes = Frameworks.ToDictionary(f => f.Key, f => Rulebook.Library.CodeIndex(Rulebook.Framework(f.Key)));

    [Fact]
    public void Outcomes_are_those_of_the_oracle() => Holds(
        1000, seed: 20260401, practice => Told(practice, clinical: false), practice => Expected(practice, clinical: false));

    [Fact]
    public void What_is_due_and_when_it_lapses_is_what_trying_every_day_finds() => Holds(
        300, seed: 20260402, practice => Told(practice, clinical: true), practice => Expected(practice, clinical: true));

    [Fact]
    public void The_order_of_the_input_changes_nothing() => Holds(
        150, seed: 20190401, practice => Told(practice, clinical: true, order: 7), practice => Told(practice, clinical: true));

    [Fact]
    public void The_same_through_FHIR_however_it_is_written() => Holds(
        300, seed: 20270331, ToldThroughFhir, practice => Expected(practice, clinical: true));

    [Fact]
    public void The_random_practices_reach_every_row()
    {
        var reached = Enumerable.Range(1, 1500).SelectMany(seed => Year(RandomPractice.Of(seed, Knows))).ToHashSet();
        var rows = Frameworks.Values.SelectMany(f => f.Indicators.SelectMany(i => f.Rule(i) is not IndicatorRule.Fraction rule ? []
            : rule.Rows.Select(r => $"{i.Id} {(r.End == RowEnd.Achieve ? "achieved" : (r.End == RowEnd.Exclude ? "excluded " : "adjusted ") + r.Label)}")));
        Assert.Empty(rows.Except(reached));

        IEnumerable<string> Year(RandomPractice practice) => People.Of(practice.Patients, People.AsPublished)
            .SelectMany(p => Frameworks[practice.Framework].Indicators.Select(i => $"{i.Id} {PlainQof.Year(i.Id, p, practice.AchievementDate)}"));
    }

    private static void Holds(
        int practices, ulong seed, Func<RandomPractice, IEnumerable<string>> told, Func<RandomPractice, IEnumerable<string>> expected)
    {
        var any = Arb.From(Gen.Choose(0, int.MaxValue).Select(s => RandomPractice.Of(s, Knows)), practice => practice.Smaller());
        var property = Prop.ForAll(any, practice =>
        {
            var (left, right) = (told(practice).ToHashSet(), expected(practice).ToHashSet());
            return left.SetEquals(right).Label(
                $"told {string.Join("; ", left.Except(right))}\nexpected {string.Join("; ", right.Except(left))}");
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(practices).WithReplay(seed, 1), property);
    }

    private static bool Knows(string framework, string cluster) => Frameworks[framework].Plan.Clusters.Any(c => c.Name == cluster + "_COD");

    private static IEnumerable<string> Told(RandomPractice practice, bool clinical, int? order = null)
    {
        var framework = Frameworks[practice.Framework];
        var records = SpecPractice.Build(framework.Plan, practice.Patients, order);
        return Cells(practice, new SpecVerdict(framework, records, practice.AchievementDate, clinical), clinical);
    }

    private static IEnumerable<string> Cells(RandomPractice practice, SpecVerdict verdict, bool clinical) =>
        from patient in practice.Patients
        from indicator in Frameworks[practice.Framework].Indicators.Select(i => i.Id)
        from column in clinical ? new[] { indicator, indicator + " due" } : [indicator]
        select $"{patient.Name} {column} {verdict.Cell(patient.Name, column)}";

    private static IEnumerable<string> ToldThroughFhir(RandomPractice practice)
    {
        var framework = Frameworks[practice.Framework];
        var text = new FhirText(framework.Plan, practice);
        var reader = new RecordReader(Indexes[practice.Framework]);
        reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.Text)), text.Name);
        var read = reader.Finish();
        return Cells(practice, new SpecVerdict(framework, read.Records, practice.AchievementDate, clinical: true), clinical: true)
            .Concat(read.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Where} {p.Expression} {p.Text}"));
    }

    private static IEnumerable<string> Expected(RandomPractice practice, bool clinical)
    {
        var framework = Frameworks[practice.Framework];
        var on = practice.AchievementDate;
        return from pair in practice.Patients.Zip(People.Of(practice.Patients, cluster => ClustersOf(framework, cluster)))
               from indicator in framework.Indicators.Select(i => i.Id)
               from told in (string[])
               [
                   $"{indicator} {PlainQof.Year(indicator, pair.Second, on) ?? "-"}",
                   .. clinical ? [$"{indicator} due {PlainQof.Clinical(indicator, pair.Second, on)}"] : Array.Empty<string>(),
               ]
               select $"{pair.First.Name} {told}";
    }

    /// <summary>Which clusters hold the code is data, not a rule: both ways read it in the value sets.</summary>
    private static HashSet<string> ClustersOf(Framework framework, string cluster)
    {
        var code = SpecPractice.CodeOf(framework.Plan, cluster);
        return [.. framework.Plan.Clusters.Where(c => c.Codes.Contains(code)).Select(c => c.Name[..^4])];
    }
}
