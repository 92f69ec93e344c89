using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Rollups;

/// <summary>Adds up what the reader may read by name: there is no other way to a number.</summary>
internal sealed class OrganisationRollups(CollectedReader collected, OrganisationStore organisations, KnownFrameworks frameworks, TimeProvider clock)
{
    /// <summary>The groups of so few practices may be read for all indicators at once.</summary>
    private const int Few = 60;

    public OrganisationRollup Of(RollupQuestion question)
    {
        var day = organisations.Geography().On(question.On);
        var expected = day.Practices(question.Organisation.Code);
        var readable = Readable(question, question.On, expected);
        var reports = collected.Reports(
            question.Framework, question.On, question.Indicator, question.Organisation.Kind == OrganisationKind.Country ? null : readable,
            question.Indicator is not null || readable.Count <= Few);
        var members = reports.Where(r => readable.Contains(r.Practice)).ToList();
        var today = London.Today(clock);
        return new OrganisationRollup(
            question,
            Coverage.Of(expected, readable, Told(members), question.On, question.DaysAllowed, today),
            question.Organisation.Kind == OrganisationKind.Country && question.Readable.All ? reports.Select(r => r.Practice).Distinct().Count(p => !day.IsActive(p)) : null,
            members.Exists(r => r.Sample),
            [.. members.GroupBy(r => r.Indicator).OrderBy(g => g.Key, StringComparer.Ordinal).AsParallel().AsOrdered().Select(g => Indicator(g.Key, [.. g], expected, readable, question, today))]);
    }

    /// <summary>The indicator on each achievement date that has reports, each with the members of its own day.</summary>
    public IReadOnlyList<TrendPoint> Trend(RollupQuestion question)
    {
        var (known, trend) = (organisations.Geography(), new List<TrendPoint>());
        foreach (var date in collected.Dates(question.Framework, question.Indicator!))
        {
            var readable = Readable(question, date, known.On(date).Practices(question.Organisation.Code));
            var reports = collected.Reports(question.Framework, date, question.Indicator, readable, withParts: false).Where(r => readable.Contains(r.Practice)).ToList();
            if (reports.Exists(r => r.Report is not null))
            {
                trend.Add(new TrendPoint(date, readable.Count, reports.Count(r => r.Report is not null), ReportedCounts.Sum(reports.Select(r => r.Report?.Counts).OfType<ReportedCounts>())));
            }
        }

        return trend;
    }

    private static IReadOnlySet<string> Readable(RollupQuestion question, DateOnly on, IReadOnlySet<string> expected) =>
        question.Readable.All ? expected : expected.Intersect(question.Readable.On(on)).ToHashSet(StringComparer.Ordinal);

    private IndicatorRollup Indicator(
        string indicator, IReadOnlyList<CollectedReport> reports, IReadOnlySet<string> expected, IReadOnlySet<string> readable, RollupQuestion question, DateOnly today)
    {
        PracticeReport[] counted = [.. reports.Select(r => r.Report).OfType<PracticeReport>()];
        var versions = reports.GroupBy(r => r.Measure).Select(g => (Measure: g.Key, g.First().Rules, Practices: g.Count()))
            .OrderByDescending(v => v.Practices).ThenByDescending(v => v.Rules, StringComparer.Ordinal).ToList();
        var rollup = Rollup.Of(readable, counted);
        var register = frameworks.Indicator(question.Framework, indicator)?.Kind == IndicatorKind.Register;
        return new IndicatorRollup(
            indicator,
            register,

            // A register is no care that could be achieved.
            register ? rollup with { Achievements = null, Dispersion = null, DeprivationGap = null } : rollup,
            Coverage.Of(expected, readable, Told(reports), question.On, question.DaysAllowed, today),
            [.. versions.Select(v => new RulesMet(v.Rules, v.Practices))],
            versions[0].Measure,
            reports.Any(r => r.Sample),
            counted);
    }

    /// <summary>By practice: the first day on which any of its reports was computed, and whether any has counts.</summary>
    private static Dictionary<string, (DateOnly Computed, bool Evaluated)> Told(IEnumerable<CollectedReport> reports)
    {
        var told = new Dictionary<string, (DateOnly Computed, bool Evaluated)>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            var before = told.GetValueOrDefault(report.Practice, (report.Computed, false));
            told[report.Practice] = (report.Computed < before.Item1 ? report.Computed : before.Item1, before.Item2 || report.Report is not null);
        }

        return told;
    }
}
