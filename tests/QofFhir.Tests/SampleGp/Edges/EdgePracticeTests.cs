using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.SampleGp.Edges;
using QofFhir.Tests.Spec;
using Xunit.Abstractions;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>Patients made from compiled rules alone.</summary>
public sealed class EdgePracticeTests(ITestOutputHelper output)
{
    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds, "hard tables 46.1", "hard tables 51.2"];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_row_decides_for_some_patient(string id)
    {
        var coverage = EdgeCase.Of(id).Practice.Coverage;
        output.WriteLine($"{id}: {coverage.Edges} edges, open:\n{string.Join("\n", coverage.OpenEdges.Select(e => $"{e.Table} {e.What}"))}");

        Assert.Empty(coverage.Unhit);
        Assert.True(coverage.IsWhole);
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void What_is_read_back_decides_as_was_meant(string id)
    {
        var made = EdgeCase.Of(id);
        var read = made.Read(made.Practice.Patients);

        Assert.Empty(read.Problems);
        Assert.Equal(Outcomes(made.Framework, made.Practice.Records), Outcomes(made.Framework, read.Records));
    }

    [Fact]
    public void Everyone_at_an_edge_of_the_practice_list_is_on_or_off_it()
    {
        var made = EdgeCase.Of("qof-england-2026-27");
        var listed = Outcomes(made.Framework, made.Practice.Records);

        Assert.Equal(
            ["died on the day after the achievement date", "left on the day after the achievement date", "came on the achievement date",
                "left, and came back in the year", "two registrations at once: the later start is the one that counts", "born on the achievement date"],
            made.Practice.Patients.Where(p => p.Table == "list" && listed.Any(o => o.StartsWith($"BP002 {p.Id} ", StringComparison.Ordinal))).Select(p => p.Shows));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_others()
    {
        Assert.Equal(Bytes(1), Bytes(1));
        Assert.NotEqual(Bytes(1), Bytes(2));

        static byte[] Bytes(int seed)
        {
            var framework = Rulebook.Framework("qof-england-2026-27");
            var recipe = new EdgeRecipe(new DateOnly(2027, 3, 31), ["BP002"], seed);
            return [.. EdgePractice.Make(framework, Rulebook.Library.CodeIndex(framework), recipe).Patients.SelectMany(p => p.Resources).SelectMany(r => r.Json)];
        }
    }

    private static List<string> Outcomes(Framework framework, PracticeRecords records) =>
        [.. Qof.Evaluate(framework, records, ServiceDates.Year(new DateOnly(framework.YearStart.Year + 1, 3, 31))).Indicators
            .SelectMany(i => i.Outcomes.Select(o => $"{i.Indicator.Id} {records.Patient(o.Patient).Id} {o.Outcome.Name} {o.Outcome.Row?.Name}"))];
}
