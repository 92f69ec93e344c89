using QofFhir.Core.Evaluation;

namespace QofFhir.SampleGp.Edges;

/// <summary>Finds patients for one table: one for each row, then one for each twin that no patient tells from the rule yet.</summary>
internal sealed class TableSearch
{
    private readonly Slice _slice;
    private readonly ServiceDates _dates;
    private readonly Luck _luck;
    private readonly Solver _solver;
    private readonly bool _full;
    private readonly List<Found> _found = [];
    private readonly List<Twin> _open;
    private readonly HashSet<int> _places = [];
    private readonly Dictionary<string, List<Draft>> _near = new(StringComparer.Ordinal);

    public TableSearch(Slice slice, ServiceDates dates, int seed, bool full)
    {
        (_slice, _dates, _full) = (slice, dates, full);
        _luck = new Luck(seed, slice.Table.Name);
        _solver = new Solver(slice, dates, _luck);
        _open = [.. Twins.Of(slice)];
        TwinCount = _open.Count;
    }

    public DecisionTable Table => _slice.Table;

    public int TwinCount { get; }

    /// <summary>Edges that no patient was found for.</summary>
    public IReadOnlyList<Twin> Open => _open;

    public IReadOnlyList<Found> Found => _found;

    public IReadOnlySet<int> Places => _places;

    /// <summary>How many patients each row decides, and why it cannot where it decides none.</summary>
    public IReadOnlyList<RowCoverage> Coverage { get; private set; } = [];

    public void Run()
    {
        for (var place = DecisionTable.Outside; place <= Table.Rows.Count; place++)
        {
            SeekPlace(place);
        }

        // Twice: the second time there are more patients to start from.
        var variations = new Variations(_slice, _dates, _luck, _full ? 400 : 100);
        Each(Seek);
        Each(twin => SeekBeside(twin, variations));
        Each(Seek);
        variations.Fill(_found);
        Coverage = [.. Table.Rows.Select((row, place) => CoverageOf(row, place))];
    }

    private void Each(Action<Twin> seek)
    {
        foreach (var twin in _open.ToArray())
        {
            if (_open.Contains(twin))
            {
                seek(twin);
            }
        }
    }

    /// <summary>Tries every single step from the patients who stand at another edge of the same row or field.</summary>
    private void SeekBeside(Twin twin, Variations variations)
    {
        var beside = _near.GetValueOrDefault(twin.Subject, []).Take(_full ? 100 : 30).SelectMany(variations.Steps).Select(s => s.Draft)
            .FirstOrDefault(d => twin.Differs(new DraftWalk(_slice, d, _dates), Table));
        if (beside is not null)
        {
            Keep(beside, twin.What);
        }
    }

    private RowCoverage CoverageOf(DecisionRow row, int place)
    {
        var patients = _found.Count(f => f.Place == place);
        return patients > 0 ? new RowCoverage(Table.Name, row.Name, patients)
            : new RowCoverage(Table.Name, row.Name, 0, new Unreachable(_slice, _dates).Reason(place), _slice.WithoutCodes);
    }

    private void SeekPlace(int place)
    {
        Goal[] goals = place switch
        {
            DecisionTable.Outside => [new Goal(Table.Population, false)],
            _ when place == Table.Rows.Count => [.. Table.Before(place)],
            _ => [.. Table.Before(place), new Goal(Table.Rows[place].When, true)],
        };
        for (var i = 0; i < (_full ? 200 : 80) && !_places.Contains(place); i++)
        {
            if (_solver.Reach(Start(_found.Where(f => f.Place == place - 1).Select(f => f.Draft).ToList(), i), goals, w => w.Decide(Table) == place, 40) is { } draft)
            {
                Keep(draft, Table.Result(place));
            }
        }
    }

    private void Seek(Twin twin)
    {
        for (var i = 0; i < (_full ? 60 : 16); i++)
        {
            var goals = twin.Goals(Table, _luck);
            if (_solver.Reach(Start(_near.GetValueOrDefault(twin.Subject) ?? [], i), goals, w => twin.Differs(w, Table), 24) is { } draft)
            {
                Keep(draft, twin.What);
                return;
            }
        }
    }

    /// <summary>A patient who stands near, so that little must change; any other found; or a blank one.</summary>
    private Draft Start(List<Draft> near, int attempt) => (attempt % 4) switch
    {
        0 => _solver.Blank(),
        1 or 2 when near.Count > 0 => _luck.Of<Draft>(near).Copy(),
        _ => _found.Count == 0 ? _solver.Blank() : _luck.Of<Found>(_found).Draft.Copy(),
    };

    private void Keep(Draft draft, string shows)
    {
        var walk = new DraftWalk(_slice, draft, _dates);
        var place = walk.Decide(Table);
        foreach (var twin in _open.Where(t => t.Differs(walk, Table)).ToArray())
        {
            _open.Remove(twin);
            (_near.TryGetValue(twin.Subject, out var near) ? near : _near[twin.Subject] = []).Add(draft);
        }

        _places.Add(place);
        _found.Add(new Found(draft, shows, place));
    }
}
