using System.Buffers;
using System.Text;
using QofFhir.Fhir.Writing.Rollups;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Rollups;

/// <summary>Roll-ups as MeasureReports. They are made when they are asked for and kept nowhere.</summary>
internal sealed class RollupReports(OrganisationRollups rollups, KnownFrameworks frameworks, TimeProvider clock)
{
    private readonly RollupReportWriter _writer = new();

    /// <summary>One report for each indicator that some practice has counts of, and that the definitions have.</summary>
    public IReadOnlyList<(string Id, string Body)> Of(RollupQuestion question)
    {
        var found = new List<(string, string)>();
        if (frameworks.Find(question.Framework) is not { } framework)
        {
            return found;
        }

        foreach (var rollup in rollups.Of(question).Indicators.Where(i => i.Coverage.Reporting > 0))
        {
            if (framework.Reported.FirstOrDefault(i => i.Id == rollup.Indicator) is not { } indicator)
            {
                continue;
            }

            var report = new RollupReport(
                question.Organisation, framework.Id, indicator.Id, indicator.Title, indicator.Kind, rollup.Measure, framework.YearOf(question.On),
                framework.YearOf(question.On).AddYears(1).AddDays(-1), question.On, rollup.Coverage, OutcomeLabels.Whole(rollup.Rollup, OutcomeLabels.Of(framework, indicator)), [.. rollup.Rules.Select(r => (r.Version, r.Practices))], rollup.Sample);
            var output = new ArrayBufferWriter<byte>();
            _writer.Write(output, report, clock.GetUtcNow());
            found.Add((report.Identity.Id, Encoding.UTF8.GetString(output.WrittenSpan)));
        }

        return found;
    }
}
