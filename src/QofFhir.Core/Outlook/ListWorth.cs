namespace QofFhir.Core.Outlook;

/// <summary>What more patients achieved are worth: points, or pounds by what a point of each group brings.</summary>
public sealed class ListWorth
{
    private readonly Dictionary<string, int> _places;
    private readonly decimal[][] _values;
    private readonly int[] _groups;
    private readonly int? _decimals;

    /// <param name="indicators">Those that count; others are worth nothing here.</param>
    /// <param name="poundsOfPoint">Pounds for a point of an indicator and the group that is rounded to the penny with it; null: points are counted.</param>
    public ListWorth(IEnumerable<IndicatorOutlook> indicators, Func<string, (string Group, decimal Pounds)?>? poundsOfPoint = null)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        var rated = indicators
            .Select(i => (Outlook: i, Rate: poundsOfPoint is null ? ("", 1) : poundsOfPoint(i.Indicator.Id)))
            .Where(i => i.Rate is { Pounds: > 0 }).ToList();
        var names = rated.Select(r => r.Rate!.Value.Group).Distinct().ToList();
        _places = rated.Index().ToDictionary(r => r.Item.Outlook.Indicator.Id, r => r.Index, StringComparer.Ordinal);
        _values = [.. rated.Select(r => Enumerable.Range(0, r.Outlook.StillPossible + 1).Select(k => r.Outlook.PointsWith(k) * r.Rate!.Value.Pounds).ToArray())];
        _groups = [.. rated.Select(r => names.IndexOf(r.Rate!.Value.Group))];
        _decimals = poundsOfPoint is null ? null : 2;
        Ids = [.. rated.Select(r => r.Outlook.Indicator.Id)];
    }

    internal IReadOnlyList<string> Ids { get; }

    internal int Count => _values.Length;

    /// <summary>The most by which rounding can make a gain look larger than the sum of what its indicators bring.</summary>
    internal decimal Slack => _decimals is null ? 0 : 0.01m * (_groups.Distinct().Count() + 1);

    internal int? Place(string indicator) => _places.TryGetValue(indicator, out var place) ? place : null;

    /// <summary>By how many more were achieved: unrounded.</summary>
    internal decimal[] Values(int indicator) => _values[indicator];

    /// <summary>What so many more patients of each indicator are worth beside none.</summary>
    internal decimal Gain(int[] more)
    {
        if (_decimals is null)
        {
            var points = 0m;
            for (var i = 0; i < more.Length; i++)
            {
                points += _values[i][more[i]] - _values[i][0];
            }

            return points;
        }

        var groups = new (decimal Before, decimal After)[_groups.Length];
        for (var i = 0; i < more.Length; i++)
        {
            ref var group = ref groups[_groups[i]];
            group = (group.Before + _values[i][0], group.After + _values[i][more[i]]);
        }

        return groups.Sum(g => Payments.Money.ToPenny(g.After) - Payments.Money.ToPenny(g.Before));
    }
}
