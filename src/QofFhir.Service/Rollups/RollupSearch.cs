using System.Text;
using QofFhir.Core.Aggregation;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Rollups;

/// <summary>Roll-ups that a search for MeasureReports finds: it names who reports, and that is not a practice. Those of the latest achievement date of each framework.</summary>
internal sealed class RollupSearch(OrganisationStore organisations, CollectedReader collected, KnownFrameworks frameworks, RollupReports reports)
{
    /// <param name="asked">The search's parameters; values of one are alternatives, each must fit.</param>
    public IReadOnlyList<(string Id, string Body)> Find(IReadOnlyList<KeyValuePair<string, string>> asked, ReadableReports readable)
    {
        var geography = organisations.Geography().Geography;
        Organisation[] wholes =
        [
            .. asked.Where(p => p.Key == "reporter").SelectMany(p => p.Value.Split(',')).Select(r => r[(r.LastIndexOf('/') + 1)..]).Distinct()
                .Select(geography.Find).OfType<Organisation>().Where(o => o.Kind != OrganisationKind.Practice),
        ];
        if (wholes.Length == 0)
        {
            return [];
        }

        var measures = asked.Where(p => p.Key == "measure").Select(p => p.Value.Split(',')).LastOrDefault();
        var found =
            from framework in frameworks.Ids
            where measures is null || measures.Any(m => frameworks.Measure(m)?.Framework.Id == framework)
            let latest = collected.Latest(framework)
            where latest is not null
            from whole in wholes
            from report in reports.Of(new RollupQuestion(whole, framework, latest.Value, Only(measures), RollupQuestion.UsualDays, readable))
            let said = StoredReport.Of(Encoding.UTF8.GetBytes(report.Body))
            where asked.All(p => p.Value.Split(',').Any(v => Fits(said, p.Key, v)))
            orderby said.Starts descending, said.Identifier
            select report;
        return [.. found];
    }

    /// <summary>One indicator alone is cheaper than all of its framework.</summary>
    private string? Only(string[]? measures) => measures is [var one] ? frameworks.Measure(one)?.Indicator.Id : null;

    private static bool Fits(StoredReport report, string name, string value) => name switch
    {
        "_id" => report.Id == value,
        "identifier" => report.Identifier == value || report.Identifier.EndsWith("|" + value[(value.IndexOf('|', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal),
        "measure" => report.Measure == value || report.Measure.Split('|')[0] is var url && (url == value || url.EndsWith("/" + value[(value.LastIndexOf('/') + 1)..], StringComparison.Ordinal)),
        "reporter" => report.Reporter.EndsWith("/" + value[(value.LastIndexOf('/') + 1)..], StringComparison.Ordinal),
        "status" => report.Status == value[(value.LastIndexOf('|') + 1)..],
        "type" => report.Type == value[(value.LastIndexOf('|') + 1)..],
        "period" => DateFilter.Parse(value) is { } period && period.Fits(report.Starts, report.Ends),
        "date" => DateFilter.Parse(value) is { } date && date.Fits(report.Computed, report.Computed),
        _ => true,
    };
}
