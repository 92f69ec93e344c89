using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Payment;

/// <summary>The rows of prevalence files, and the sums over all practices. A row counts as it stands, odd or not: so do the published sums.</summary>
internal sealed class PrevalenceBook
{
    private readonly List<PrevalenceRow> _rows = [];
    private readonly HashSet<(string Practice, string Group)> _seen = [];
    private readonly Dictionary<string, long> _wholeLists = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _twoLists = new(StringComparer.Ordinal);

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<PrevalenceRow> Rows => _rows;

    public IReadOnlySet<string> Practices => _rows.Select(r => r.Practice).ToHashSet(StringComparer.Ordinal);

    /// <summary>Practices with whole lists of different sizes: the first one counts.</summary>
    public IReadOnlyCollection<string> TwoLists => _twoLists;

    /// <returns>False when the practice had a row of this group before: it is not counted twice.</returns>
    public bool Add(PrevalenceRow row)
    {
        if (!_seen.Add((row.Practice, row.Group)))
        {
            return false;
        }

        _rows.Add(row);
        if (IsWhole(row) && !_wholeLists.TryAdd(row.Practice, row.ListSize) && _wholeLists[row.Practice] != row.ListSize)
        {
            _twoLists.Add(row.Practice);
        }

        return true;
    }

    /// <summary>Patients of every age; null when no row of the practice tells it.</summary>
    public long? WholeList(string practice) => _wholeLists.TryGetValue(practice, out var list) ? list : null;

    /// <summary>The whole list that goes with a row: its own where it is one.</summary>
    public long? WholeList(PrevalenceRow row) => IsWhole(row) ? row.ListSize : WholeList(row.Practice);

    /// <summary>The mean of the whole lists that hold anybody; null without any.</summary>
    public decimal? AverageList => _wholeLists.Values.Where(l => l > 0).ToList() is { Count: > 0 } lists ? lists.Sum() / (decimal)lists.Count : null;

    /// <summary>By group and type of list, and of each group by the whole list too, added up over the practices that have one.</summary>
    public IReadOnlyDictionary<(string Group, string ListType), NationalPrevalenceRow> National(Func<string, IReadOnlyList<string>> paymentGroups, DateOnly? day)
    {
        var sums = new Dictionary<(string Group, string ListType), (long Register, long List, int Practices)>();
        foreach (var row in _rows)
        {
            Add(row.Group, IsWhole(row) ? PrevalenceFile.WholeList : row.ListType, row.Register, row.ListSize);
            if (!IsWhole(row) && WholeList(row.Practice) is { } whole)
            {
                Add(row.Group, PrevalenceFile.WholeList, row.Register, whole);
            }
        }

        return sums.ToDictionary(
            s => s.Key,
            s => new NationalPrevalenceRow(s.Key.Group, paymentGroups(s.Key.Group), s.Key.ListType, s.Value.Register, s.Value.List, s.Value.Practices, day));

        void Add(string group, string type, long register, long list)
        {
            var sum = sums.GetValueOrDefault((group, type));
            sums[(group, type)] = (sum.Register + register, sum.List + list, sum.Practices + 1);
        }
    }

    public static bool IsWhole(PrevalenceRow row) => row.ListType.Equals(PrevalenceFile.WholeList, StringComparison.OrdinalIgnoreCase);
}
