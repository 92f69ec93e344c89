using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>One patient, laid against the plan: fields and registers are worked out on first use and kept until the dates change.</summary>
/// <remarks>Not safe for two threads; a run has one walk a thread and moves it from patient to patient.</remarks>
/// <param name="index">Of the same plan, where many records are laid against it one after the other; null makes one.</param>
internal sealed partial class PatientWalk(EvaluationPlan plan, PracticeRecords records, ClusterIndex? index = null)
{
    private readonly ClusterMap _map = new(index ?? new ClusterIndex(plan), records.Concepts);
    private readonly List<int>[] _events = [.. Enumerable.Range(0, plan.Clusters.Count).Select(_ => new List<int>())];
    private readonly List<int> _touched = [];
    private readonly FieldResult[] _fields = new FieldResult[plan.Fields.Count];
    private readonly int[] _fieldStamp = new int[plan.Fields.Count];
    private readonly bool[] _on = new bool[plan.Registers.Count];
    private readonly int[] _registerStamp = new int[plan.Registers.Count];
    private int _stamp;
    private int _patient = -1;
    private DateOnly _registered;

    public EvaluationPlan Plan => plan;

    public PracticeRecords Records => records;

    /// <summary>REG_DAT of the patient taken up; the day of birth where the input has no registration data.</summary>
    public DateOnly Registered => _registered;

    public ServiceDates Dates { get; private set; } = ServiceDates.Clinical(DateOnly.MaxValue);

    /// <summary>Takes up a patient as known on the achievement date: events after it do not exist, now and at later dates.</summary>
    /// <returns>False when the patient is not on the list; then nothing may be asked.</returns>
    public bool Begin(int patient, string? practice, ServiceDates dates)
    {
        _patient = patient;
        MoveTo(dates);
        if (!PracticeList.Holds(records, patient, practice, dates.AchievementDate, out _registered))
        {
            return false;
        }

        foreach (var cluster in _touched)
        {
            _events[cluster].Clear();
        }

        _touched.Clear();
        var end = records.FirstEvent(patient + 1);
        var known = dates.AchievementDate.DayNumber;
        for (var e = records.FirstEvent(patient); e < end && records.Days[e] <= known; e++)
        {
            Place(e);
        }

        return true;
    }

    /// <summary>The same patient and the same record, judged by other dates.</summary>
    public void MoveTo(ServiceDates dates)
    {
        Dates = dates;
        _stamp++;
    }

    public bool IsOn(int register)
    {
        if (_registerStamp[register] != _stamp)
        {
            _on[register] = plan.Registers[register].Rows.First(r => Holds(r.Line.Condition)).Selects;
            _registerStamp[register] = _stamp;
        }

        return _on[register];
    }

    public bool IsInPopulation(IReadOnlyList<int> registers) => registers.Count == 0 || registers.Any(IsOn);

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
        foreach (var line in row.Lines)
        {
            if (!Holds(line.Condition))
            {
                return false;
            }
        }

        return true;
    }

    private void Place(int e)
    {
        foreach (var cluster in _map.Of(records.ConceptOf[e]))
        {
            if (_map.Fits(cluster, records.Classes[e]))
            {
                if (_events[cluster].Count == 0)
                {
                    _touched.Add(cluster);
                }

                _events[cluster].Add(e);
            }
        }
    }
}
