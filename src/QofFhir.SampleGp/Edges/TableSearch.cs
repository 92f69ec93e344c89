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

    public void Run()
    {
        for (var place = DecisionTable.Outside; place <= Table.Rows.Count; place++)
        {
            SeekPlace(place);
        }

        foreach (var twin in _open.ToArray())
        {
            if (_open.Contains(twin))
            {
                Seek(twin);
            }
        }

        var variations = new Variations(_slice, _dates, _luck, _full ? 400 : 100);
        variations.Fill(_found);
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
            if (_solver.Reach(Start(place, i), goals, w => w.Decide(Table) == place, 40) is { } draft)
            {
                Keep(draft, Table.Result(place));
            }
        }
    }

    private void Seek(Twin twin)
    {
        for (var i = 0; i < (_full ? 80 : 24); i++)
        {
            var goals = twin.Goals(Table, _luck);
            if (_solver.Reach(Start(null, i), goals, w => twin.Differs(w, Table), 24) is { } draft)
            {
                Keep(draft, twin.What);
                return;
            }
        }
    }

    /// <summary>A patient found before, so that little must change, or a blank one.</summary>
    private Draft Start(int? place, int attempt)
    {
        var near = place is { } p ? _found.Where(f => f.Place == p - 1).ToList() : _found;
        return attempt % 3 == 0 || near.Count == 0 ? _solver.Blank() : _luck.Of<Found>(near).Draft.Copy();
    }

    private void Keep(Draft draft, string shows)
    {
        var walk = new DraftWalk(_slice.Plan, draft, _dates);
        var place = walk.Decide(Table);
        _open.RemoveAll(t => t.Differs(walk, Table));
        _places.Add(place);
        _found.Add(new Found(draft, shows, place));
    }
}
