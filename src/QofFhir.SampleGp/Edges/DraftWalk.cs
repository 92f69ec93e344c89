using System.Globalization;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>A draft as the engine itself reads it; nothing here decides anything for a second time.</summary>
internal sealed class DraftWalk
{
    private readonly PatientWalk _walk;

    public DraftWalk(Slice slice, Draft draft, ServiceDates dates)
    {
        var builder = new PracticeRecordsBuilder();
        draft.AddTo(builder, "p", i => i.ToString("D4", CultureInfo.InvariantCulture));
        _walk = new PatientWalk(slice.Plan, builder.Build(), slice.Index);
        OnList = _walk.Begin(0, null, dates);
    }

    public bool OnList { get; }

    public bool Holds(Condition condition) => _walk.Holds(condition);

    /// <summary>Day number, or <see cref="Day.Absent"/>.</summary>
    public int On(DateExpression date) => _walk.On(date);

    public Measured? Number(NumberExpression number) => _walk.Number(number);

    public FieldResult Field(int field) => _walk.Field(field);

    /// <summary>The place in the draft of the event that a field chose, or -1.</summary>
    public int EventOf(int field) => PlaceOf(_walk.Field(field).Event);

    /// <summary>The place in the draft of the event whose diastolic value a field chose, or -1.</summary>
    public int SecondEventOf(int field) => PlaceOf(_walk.Field(field).SecondEvent);

    /// <summary>The row that decides: its place, the number of rows after the last one, -1 outside the population, -2 off the list.</summary>
    public int Decide(DecisionTable table)
    {
        if (!OnList)
        {
            return DecisionTable.OffList;
        }

        if (!Holds(table.Population))
        {
            return DecisionTable.Outside;
        }

        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (Holds(table.Rows[i].When))
            {
                return i;
            }
        }

        return table.Rows.Count;
    }

    private int PlaceOf(int e) => e < 0 ? -1 : int.Parse(_walk.Records.Event(e).Source, CultureInfo.InvariantCulture);
}
