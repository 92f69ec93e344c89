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

    [Theory]
    [InlineData("qof-england-2019-20", "DM017 DM019 DM020 DM021 HYP001 HYP003 HYP007 BP002")]
    [InlineData("qof-england-2026-27", "DM020 DM021 DM036 HYP010 HYP011 BP002")]
    public void Each_year_has_its_indicators(string framework, string expected) => Assert.Equal(
        expected.Split(' ').Order(StringComparer.Ordinal), Rulebook.Framework(framework).Indicators.Select(i => i.Id).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Wrong(SpecTable table, int? order)
    {
        var framework = Rulebook.Framework(table.Framework);
        var records = SpecPractice.Build(framework.Plan, table.Patients, order);
        var verdict = new SpecVerdict(framework, records, table.AchievementDate, table.Expectations.Any(e => e.IsClinical));
        return from expectation in table.Expectations
               let told = verdict.Cell(expectation.Patient, expectation.Column)
               where told != expectation.Expected
               select $"{table.Patients.First(p => p.Name == expectation.Patient)}: {expectation.Column} expected {expectation.Expected}, came to {told}";
    }
}
