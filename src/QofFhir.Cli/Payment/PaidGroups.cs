using QofFhir.Core.Payments;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Payment;

/// <summary>Which payment groups of a year each code of the publication stands for.</summary>
internal sealed class PaidGroups
{
    private readonly Dictionary<string, List<string>> _byCode = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="year">Null: nothing is paid, and no code stands for anything.</param>
    /// <param name="indicators">Of the publication: the code of a group that has none in the framework is that of its indicators, where they agree on one.</param>
    public PaidGroups(PaymentYear? year, IReadOnlyCollection<IndicatorRow> indicators)
    {
        foreach (var group in year?.Groups.Where(g => g.Weighting == Weighting.Prevalence) ?? [])
        {
            if ((group.PublishedAs ?? CodeOf(group, indicators)) is not { } code)
            {
                WithoutCode.Add(group.Name);
            }
            else if (_byCode.TryGetValue(code, out var names))
            {
                names.Add(group.Name);
            }
            else
            {
                _byCode.Add(code, [group.Name]);
            }
        }
    }

    /// <summary>Payment groups that are weighted by prevalence, and by no code that is known.</summary>
    public List<string> WithoutCode { get; } = [];

    public IReadOnlyList<string> Of(string code) => _byCode.GetValueOrDefault(code) ?? [];

    /// <summary>Those that have a code of which there is no row.</summary>
    public IEnumerable<string> Missing(IReadOnlySet<string> codes) => _byCode.Where(c => !codes.Contains(c.Key)).SelectMany(c => c.Value.Select(name => $"{name} ({c.Key})"));

    private static string? CodeOf(PaymentGroup group, IReadOnlyCollection<IndicatorRow> indicators) =>
        indicators.Where(i => group.Indicators.Contains(i.Indicator)).Select(i => i.Group).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
}
