namespace QofFhir.Tests.Spec;

public sealed class SpecTests
{
    public static TheoryData<string> Tables => [.. SpecTables.All.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_table_holds(string name)
    {
        var table = SpecTables.All[name];
        Assert.Empty(Wrong(table, order: null));
    }

    [Fact]
    public void The_tables_hold_whatever_the_order_of_the_input()
    {
        foreach (var table in SpecTables.All.Values)
        {
            Assert.Empty(Wrong(table, order: 1));
            Assert.Empty(Wrong(table, order: 2));
        }
    }

    [Fact]
    public void The_definitions_have_no_mistakes() => Assert.Empty(Rulebook.Library.Mistakes);

    private static IEnumerable<string> Wrong(SpecTable table, int? order)
    {
        var framework = Rulebook.Small(table.Framework);
        var records = SpecPractice.Build(framework.Plan, table.Patients, order);
        var verdict = new SpecVerdict(framework, records, table.AchievementDate, table.Expectations.Any(e => e.IsClinical));
        return from expectation in table.Expectations
               let told = verdict.Cell(expectation.Patient, expectation.Column)
               where told != expectation.Expected
               select $"{table.Patients.First(p => p.Name == expectation.Patient)}: {expectation.Column} expected {expectation.Expected}, came to {told}";
    }
}
