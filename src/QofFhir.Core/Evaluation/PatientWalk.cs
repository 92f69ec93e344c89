using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>One patient, laid against the plan: fields and registers are worked out on first use and kept until the dates change.</summary>
/// <remarks>Not safe for two threads; a run has one walk a thread and moves it from patient to patient, and from records to records.</remarks>
/// <param name="map">Of the same plan and records.</param>
internal sealed partial class PatientWalk(EvaluationPlan plan, PracticeRecords records, ClusterMap map)
{
    private const int None = -1;

    /// <summary>Stands for an entry that is not in the record.</summary>
    private const int Supposed = int.MaxValue;

    private readonly int[] _latest = Filled(plan.Clusters.Count);
    private readonly List<int> _touched = [];
    private Placed[] _placed = new Placed[64];
    private int _placedCount;
    private readonly Worked _atOnce = new(plan);
    private Worked? _dayByDay;
    private PracticeRecords _records = records;
    private ClusterMap _map = map;
    private int _patient = -1;
    private DateOnly _registered;

    public EvaluationPlan Plan => plan;

    public PracticeRecords Records => _records;

    /// <summary>REG_DAT of the patient taken up; the day of birth where the input has no registration data.</summary>
    public DateOnly Registered => _registered;

    public ServiceDates Dates { get; private set; } = ServiceDates.Clinical(DateOnly.MaxValue);

    /// <summary>What was worked out by the dates that the walk stands at.</summary>
    private Worked Now => _ahead ? _dayByDay! : _atOnce;

    public PatientWalk(EvaluationPlan plan, PracticeRecords records, ClusterIndex? index = null)
        : this(plan, records, new ClusterMap(index ?? new ClusterIndex(plan), records.Concepts))
    {
    }

    /// <summary>Lays other records against the plan; a patient of them is to be taken up next.</summary>
    public void Lay(PracticeRecords records, ClusterMap map) => (_records, _map) = (records, map);

    /// <summary>Takes up a patient as known on the achievement date: events after it do not exist, now and at later dates.</summary>
    /// <param name="listed">The day on which the patient must be on the list; the achievement date when null.</param>
    /// <returns>False when the patient is not on the list; then nothing may be asked.</returns>
    public bool Begin(int patient, string? practice, ServiceDates dates, DateOnly? listed = null)
    {
        _patient = patient;
        (Dates, _ahead, _day) = (dates, false, 0);
        Forget();
        if (!PracticeList.Holds(_records, patient, practice, listed ?? dates.AchievementDate, out _registered))
        {
            return false;
        }

        foreach (var cluster in _touched)
        {
            _latest[cluster] = None;
        }

        _touched.Clear();
        _placedCount = 0;
        var end = _records.FirstEvent(patient + 1);
        var known = dates.AchievementDate.DayNumber;
        for (var e = _records.FirstEvent(patient); e < end && _records.Days[e] <= known; e++)
        {
            Place(e);
        }

        return true;
    }

    /// <summary>As if one more entry stood in the record, dated on the achievement date, without value; until the next patient is taken up.</summary>
    /// <param name="clusters">All that hold its code.</param>
    public void Suppose(IEnumerable<int> clusters) => Suppose(clusters, Dates.AchievementDate);

    /// <summary>The same on a day that no entry before is later than.</summary>
    public void Suppose(IEnumerable<int> clusters, DateOnly on)
    {
        foreach (var cluster in clusters.Where(c => _map.Fits(c, EventClass.Code)))
        {
            Place(Supposed, on.DayNumber, cluster);
        }

        Forget();
    }

    /// <summary>The same patient and the same record, judged by other dates.</summary>
    public void MoveTo(ServiceDates dates)
    {
        if (_atOnce.Dates != dates)
        {
            _atOnce.Forget(dates);
        }

        (Dates, _ahead, _day) = (dates, false, 0);
    }

    public bool IsOn(int register)
    {
        var worked = Now;
        ref var kept = ref worked.Registers[register];
        if (!worked.Holds(kept, _day))
        {
            var outer = _changes;
            _changes = Never;
            kept = worked.Keep(Selects(plan.Registers[register].Rows), _day, _changes);
            _changes = outer;
        }

        _changes = Math.Min(_changes, kept.Until);
        return kept.Result;
    }

    public bool IsInPopulation(IReadOnlyList<int> registers)
    {
        for (var i = 0; i < registers.Count; i++)
        {
            if (IsOn(registers[i]))
            {
                return true;
            }
        }

        return registers.Count == 0;
    }

    /// <summary>Walks the rows from the top. Null when the patient is outside the population.</summary>
    /// <param name="reached">True when an achieve row was asked.</param>
    public Outcome? Walk(OutcomeTable table, out bool reached)
    {
        reached = false;
        if (!IsInPopulation(table.Population))
        {
            return null;
        }

        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            reached |= row.End == RowEnd.Achieve;
            if (Holds(row))
            {
                return table.OutcomeOf(i);
            }
        }

        return table.AfterLastRow;
    }

    public bool Holds(Row row)
    {
        for (var i = 0; i < row.Lines.Count; i++)
        {
            if (!Holds(row.Lines[i].Condition))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last row always holds.</summary>
    private bool Selects(IReadOnlyList<RegisterRow> rows)
    {
        var row = 0;
        while (!Holds(rows[row].Line.Condition))
        {
            row++;
        }

        return rows[row].Selects;
    }

    private void Forget()
    {
        _atOnce.Forget(Dates);
        _dayByDay?.Forget(Dates);
    }

    private void Place(int e)
    {
        foreach (var cluster in _map.Of(_records.ConceptOf[e]))
        {
            if (_map.Fits(cluster, _records.Classes[e]))
            {
                Place(e, _records.Days[e], cluster);
            }
        }
    }

    private void Place(int e, int day, int cluster)
    {
        if (_latest[cluster] == None)
        {
            _touched.Add(cluster);
        }

        if (_placedCount == _placed.Length)
        {
            Array.Resize(ref _placed, 2 * _placedCount);
        }

        _placed[_placedCount] = new Placed(e, day, _latest[cluster]);
        _latest[cluster] = _placedCount++;
    }

    private static int[] Filled(int length)
    {
        var filled = new int[length];
        Array.Fill(filled, None);
        return filled;
    }

    /// <summary>An event in a cluster's chain, which goes from the latest back.</summary>
    /// <param name="Before">Place of the next earlier one, or <see cref="None"/>.</param>
    private readonly record struct Placed(int Event, int Day, int Before);
}
