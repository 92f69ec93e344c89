using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>The oracle is only worth something if it reads the rules as the tables do.</summary>
public sealed class OracleTests
{
    public static TheoryData<string> Tables => [.. SpecTables.All.Where(t => t.Value.Expectations.Any(e => OracleScope.Knows(t.Value.Framework, e.Indicator))).Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_oracle_agrees_with_the_table(string name)
    {
        var table = SpecTables.All[name];
        var people = table.Patients.Zip(People.Of(table.Patients, People.AsPublished)).ToLookup(p => p.First.Name, p => p);
        var wrong = from expectation in table.Expectations.Where(e => OracleScope.Knows(table.Framework, e.Indicator))
                    from p in people[expectation.Patient]
                    let told = expectation.IsClinical
                        ? PlainQof.Clinical(expectation.Indicator, p.Second, table.AchievementDate)
                        : PlainQof.Year(expectation.Indicator, p.Second, table.AchievementDate) ?? "-"
                    where told != expectation.Expected
                    select $"{p.First}: {expectation.Column} expected {expectation.Expected}, the oracle says {told}";
        Assert.Empty(wrong);
    }
}
