using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Core.Rules;

namespace QofFhir.Service.Releases;

/// <summary>Puts the indicators of one population together: whoever sees it in one of them knows it in all.</summary>
internal sealed class SharedPopulations(Framework framework)
{
    public IReadOnlyList<IReadOnlyList<(FrameworkIndicator Indicator, IndicatorReports Reports)>> Of(IReadOnlyList<FrameworkIndicator> indicators, Func<string, IReadOnlyCollection<PracticeReport>> reports)
    {
        var found = new List<(string Key, (string, long)[] Sizes, List<(FrameworkIndicator, IndicatorReports)> Indicators)>();
        foreach (var indicator in indicators)
        {
            var of = reports(indicator.Id);
            (string, long)[] sizes = [.. of.Select(r => (r.Practice, r.Counts.Population)).OrderBy(r => r.Practice, StringComparer.Ordinal)];
            var (key, said) = (Population(indicator), new IndicatorReports(indicator.Kind == IndicatorKind.Fraction, of));

            // Reports of different runs or rules may say different sizes; then they are not one population.
            if (found.Find(f => f.Key == key && f.Sizes.SequenceEqual(sizes)) is { Key: not null } same)
            {
                same.Indicators.Add((indicator, said));
            }
            else
            {
                found.Add((key, sizes, [(indicator, said)]));
            }
        }

        return [.. found.Select(f => f.Indicators)];
    }

    private string Population(FrameworkIndicator indicator) => indicator.Rule is not { } rule ? indicator.Id : framework.Plan.Indicators[rule] switch
    {
        IndicatorRule.Fraction fraction => string.Join(',', fraction.Population.Order()),
        IndicatorRule.Register register => string.Join(',', register.Registers.Order()),
        _ => indicator.Id,
    };
}
