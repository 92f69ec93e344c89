using System.Collections.Frozen;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>A measure that reports may be about, with what a reader checks them against.</summary>
/// <param name="Url">Canonical, without version.</param>
/// <param name="Version">The one that we hold; reports of others are read too.</param>
/// <param name="Indicator">As the framework names it, such as <c>DM020</c>.</param>
/// <param name="Start">First day of the framework's service year; its last is a year later, less a day.</param>
/// <param name="Labels">Of its rows: null for an exclusion, the reason for a personalised care adjustment.</param>
/// <param name="Strata">Ids of the strata that its reports may be parted by.</param>
public sealed record KnownMeasure(
    string Url, string Version, string Framework, string Indicator, IndicatorKind Kind, DateOnly Start, IReadOnlyDictionary<string, AdjustmentReason?> Labels,
    IReadOnlySet<string> Strata)
{
    public DateOnly End => Start.AddYears(1).AddDays(-1);

    /// <summary>True where any service year may be reported; a report's own then takes the place of <see cref="Start"/>.</summary>
    public bool AnyYear { get; init; }

    /// <summary>All measures of a framework: attestations have none.</summary>
    public static IEnumerable<KnownMeasure> Of(Framework framework)
    {
        var strata = framework.Strata.Select(s => s.Rule.Name).ToFrozenSet(StringComparer.Ordinal);
        foreach (var indicator in framework.Reported.Where(MeasureWriter.Measures))
        {
            var identity = MeasureIdentity.Of(framework, indicator);
            var rows = indicator.Rule is { } rule && framework.Plan.Indicators[rule] is IndicatorRule.Fraction fraction ? fraction.Rows : [];
            yield return new KnownMeasure(
                identity.Url, identity.Version, framework.Id, indicator.Id, indicator.Kind, framework.YearStart,
                rows.Where(r => r.Label is not null).GroupBy(r => r.Label!, StringComparer.Ordinal)
                    .ToFrozenDictionary(g => g.Key, g => g.First().End == RowEnd.Adjust ? g.First().Reason : null, StringComparer.Ordinal),
                strata)
            {
                AnyYear = framework.AnyYear,
            };
        }
    }
}
