using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The walk over a record with entries that do not stand in it, until the next patient is taken up.</summary>
internal sealed partial class PatientWalk
{
    /// <summary>Stands for an entry that is not in the record.</summary>
    private const int Supposed = int.MaxValue;

    private bool _asWanted;
    private bool _favours;

    /// <summary>As if one more entry stood in the record, dated on the achievement date, without value.</summary>
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

    /// <summary>As if care of each cluster were given on each day, both ends inside, and whatever is measured came out as the rules want it.</summary>
    /// <param name="from">Not before the last day that is known.</param>
    public void SupposeAsWanted(IReadOnlyList<int> clusters, DateOnly from, DateOnly to)
    {
        _asWanted = true;
        foreach (var cluster in clusters)
        {
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                Place(Supposed, day.DayNumber, cluster);
            }
        }

        Forget();
    }

    /// <summary>Whether an achieve row is the first that holds. What is compared with a supposed value holds for it, and for no other row.</summary>
    public bool Achieves(OutcomeTable table)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            _favours = row.End == RowEnd.Achieve;
            if (Holds(row))
            {
                return row.End == RowEnd.Achieve;
            }
        }

        return false;
    }

    private bool IsSupposed(NumberExpression number) =>
        _asWanted && number is NumberExpression.OfField { Part: not FieldPart.Number } n && Field(n.Field).Event == Supposed;
}
