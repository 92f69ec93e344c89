using System.Security.Cryptography;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Rollups;

namespace QofFhir.Service.Releases;

/// <summary>Makes the counts of a release: every indicator, for practices, networks and all above, by the membership of the achievement date.</summary>
internal sealed class ReleaseMaking(CollectedReader collected, OrganisationStore organisations, ServicePlan plan)
{
    public MadeRelease Make(Framework framework, DateOnly on, DisclosurePolicy policy)
    {
        var geography = organisations.Geography();
        var day = geography.On(on);
        Organisation[] active = [.. geography.Geography.Organisations.Where(o => day.IsActive(o.Code)).OrderBy(o => o.Kind).ThenBy(o => o.Code, StringComparer.Ordinal)];
        var practices = active.Where(o => o.Kind == OrganisationKind.Practice).Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        (string, IReadOnlySet<string>)[] wholes = [.. active.Where(o => o.Kind != OrganisationKind.Practice).Select(o => (o.Code, day.Practices(o.Code)))];
        var levels = active.ToDictionary(o => o.Code, o => o.Kind, StringComparer.Ordinal);
        var reports = collected.Reports(framework.Id, on, null, null, withParts: false).Where(r => r.Report is not null && practices.Contains(r.Practice)).ToLookup(r => r.Indicator);
        var together = new SharedPopulations(framework).Of([.. framework.Reported.Where(i => reports.Contains(i.Id))], id => [.. reports[id].Select(r => r.Report!)]);
        var counts = together.AsParallel().AsOrdered().SelectMany(shared =>
            shared.Zip(Release.Of(policy, [.. shared.Select(i => i.Reports)], wholes, ByChance), (of, released) =>
            {
                var measure = reports[of.Indicator.Id].CountBy(r => r.Measure).MaxBy(m => m.Value).Key;
                return released.Select(c => new PublicCounts(levels[c.Organisation], of.Indicator.Id, measure, c));
            }).SelectMany(c => c));
        return new MadeRelease(
            [.. counts], reports.SelectMany(r => r.Select(o => o.Practice)).Distinct().Count(), practices.Count, reports.Any(r => r.Any(o => o.Sample)));
    }

    private bool ByChance() => plan.WithholdOneIn > 0 && RandomNumberGenerator.GetInt32(plan.WithholdOneIn) == 0;
}

/// <param name="Practices">That have a report in it.</param>
/// <param name="Expected">That are open on the achievement date.</param>
/// <param name="Sample">Some report is made from sample data.</param>
internal sealed record MadeRelease(IReadOnlyList<PublicCounts> Counts, int Practices, int Expected, bool Sample);
