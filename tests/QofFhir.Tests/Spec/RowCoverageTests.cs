using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec;

public sealed class RowCoverageTests
{
    public static TheoryData<string> Frameworks => [.. Rulebook.FrameworkIds];

    public static TheoryData<string> FrameworksAndMeasures => [.. Rulebook.FrameworkIds, .. Rulebook.MeasureIds];

    [Theory]
    [MemberData(nameof(FrameworksAndMeasures))]
    public void Every_row_decides_for_some_patient_of_the_tables(string id)
    {
        var framework = Rulebook.Small(id);
        var decided = new HashSet<(string Indicator, Row? Row)>();
        foreach (var table in SpecTables.All.Values.Where(t => t.Framework == id))
        {
            var records = SpecPractice.Build(framework.Plan, table.Patients);
            decided.UnionWith(Qof.Evaluate(framework, records, ServiceDates.Year(table.AchievementDate)).Indicators
                .SelectMany(i => i.Outcomes.Select(o => (i.Indicator.Id, o.Outcome.Row))));
        }

        var silent = from indicator in framework.Indicators
                     let rule = framework.Rule(indicator)
                     let rows = rule is IndicatorRule.Fraction f ? f.Rows.Append(null) : [null]
                     from row in rows
                     where !decided.Contains((indicator.Id, row)) && !SpecTables.ChangeNothing.Any(c => c.What == $"{indicator.Id} {row?.Name}: never")
                     select $"{indicator.Id} {row?.Name ?? "after the last row"}";
        Assert.Empty(silent);
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_fraction_reaches_both_clinical_states_in_the_tables_of_its_year(string id)
    {
        var framework = Rulebook.Small(id);
        var states = new HashSet<(string, ClinicallyDue)>();
        foreach (var table in SpecTables.All.Values.Where(t => t.Framework == id))
        {
            var records = SpecPractice.Build(framework.Plan, table.Patients);
            var result = Qof.Evaluate(framework, records, ServiceDates.Year(table.AchievementDate));
            states.UnionWith(result.Indicators.Zip(Qof.Clinical(result, records)).SelectMany(i => i.Second.Select(s => (i.First.Indicator.Id, s.Due))));
        }

        Assert.All(framework.Indicators.Where(i => framework.Rule(i) is IndicatorRule.Fraction), i =>
        {
            Assert.Contains((i.Id, ClinicallyDue.Due), states);
            Assert.Contains((i.Id, ClinicallyDue.UpToDate), states);
        });
    }
}
