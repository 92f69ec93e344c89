using QofFhir.Core.Aggregation;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Rollup;

/// <summary>Registers and lists, added up by organisation, group and kind of list.</summary>
internal sealed class PrevalenceSums
{
    private readonly Dictionary<(string Organisation, string Group, string ListType), (int Practices, long Register, long List)> _sums = [];
    private readonly HashSet<(string Practice, string Group)> _seen = [];

    /// <returns>False when the practice had a row of this group before: it is not counted twice.</returns>
    public bool Add(PrevalenceRow row, IReadOnlyList<string> organisations)
    {
        if (!_seen.Add((row.Practice, row.Group)))
        {
            return false;
        }

        foreach (var organisation in organisations)
        {
            var key = (organisation, row.Group, row.ListType);
            var sum = _sums.GetValueOrDefault(key);
            _sums[key] = (sum.Practices + 1, sum.Register + row.Register, sum.List + row.ListSize);
        }

        return true;
    }

    public IEnumerable<(string Organisation, string Group, string ListType, int Practices, Proportion Prevalence)> All =>
        _sums.OrderBy(s => s.Key.Organisation, StringComparer.Ordinal).ThenBy(s => s.Key.Group, StringComparer.Ordinal).ThenBy(s => s.Key.ListType, StringComparer.Ordinal)
            .Select(s => (s.Key.Organisation, s.Key.Group, s.Key.ListType, s.Value.Practices, new Proportion(s.Value.Register, s.Value.List)));
}
