using System.Diagnostics;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Outlook;
using QofFhir.Tests.Spec;
using Xunit.Abstractions;

namespace QofFhir.Tests.Core.Outlook;

public sealed class PracticeOutlookTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("qof-england-2018-19")]
    [InlineData("qof-england-2019-20")]
    [InlineData("qof-england-2024-25")]
    [InlineData("qof-england-2025-26")]
    [InlineData("qof-england-2026-27")]
    public void Look(string id)
    {
        var framework = Rulebook.Framework(id);
        var today = framework.YearStart.AddMonths(9);
        var records = SampleRecords.Of(framework, today, 2000);
        var w = Stopwatch.StartNew();
        var outlook = PracticeOutlook.Of(framework, records, today);
        output.WriteLine($"{w.ElapsedMilliseconds} ms");
        foreach (var i in outlook.Indicators.Where(i => i.Indicator.Kind == QofFhir.Core.Achievement.IndicatorKind.Fraction))
        {
            var c = i.AtYearEnd.Counts;
            var days = outlook.Patients.SelectMany(p => p.Care).Where(k => k.Indicator.Id == i.Indicator.Id && k.Outstanding).GroupBy(k => k.InTimeTo).OrderBy(g => g.Key).Select(g => $"{g.Key:yyyy-MM-dd}:{g.Count()}");
            var unnamed = outlook.Patients.SelectMany(p => p.Care).Count(k => k.Indicator.Id == i.Indicator.Id && k.Outstanding && (k.Open.Count == 0 || k.Open.Any(o => o.Care.Count == 0)));
            output.WriteLine($"{i.Indicator.Id} {c?.Numerator}/{c?.Denominator} possible {i.StillPossible} unnamed {unnamed} lapsing {i.LapsingByYearEnd} {i.Needed} {i.Next} {string.Join(" ", days.Take(6))}");
        }
    }
}
