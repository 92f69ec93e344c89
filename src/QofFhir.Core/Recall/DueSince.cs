using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>Finds since when care is due: on which day it was not done any more after it was done last, each day judged by what stood in the record then.</summary>
internal sealed class DueSince
{
    /// <summary>Nobody's recall depends on what was before.</summary>
    private const int Years = 10;

    private readonly OutcomeTable _table;
    private readonly HashSet<int> _clusters;

    public DueSince(EvaluationPlan plan, IndicatorRule rule)
    {
        _table = new OutcomeTable(rule);
        var read = Reach.AllOf(plan, rule).ToHashSet(ReferenceEqualityComparer.Instance);
        _clusters = [.. plan.Clusters.Index().Where(c => read.Contains(c.Item)).Select(c => c.Index)];
    }

    /// <param name="walk">Is left on other dates.</param>
    /// <param name="map">Of the walk's plan and records.</param>
    /// <returns>Null when it was not done in the last ten years.</returns>
    public DateOnly? Of(PatientWalk walk, ClusterMap map, int patient, string? practice, DateOnly today)
    {
        DateOnly? later = null;
        foreach (var number in Days(walk.Records, map, patient, today))
        {
            var day = DateOnly.FromDayNumber(number);
            if (!walk.Begin(patient, practice, ServiceDates.Clinical(day), listed: today))
            {
                return null;
            }

            walk.LookAt(day);
            if (walk.Walk(_table, out _) is Outcome.Achieved)
            {
                return Lapse.Of(walk, _table, day).LapsesOn is { } lapse && !(later < lapse) ? lapse : later;
            }

            later = day;
        }

        return null;
    }

    /// <summary>The days of entries that the indicator reads, the latest first.</summary>
    private IEnumerable<int> Days(PracticeRecords records, ClusterMap map, int patient, DateOnly today)
    {
        var (first, last) = (today.AddYears(-Years).DayNumber, -1);
        for (var e = records.FirstEvent(patient + 1) - 1; e >= records.FirstEvent(patient) && records.Days[e] >= first; e--)
        {
            if (records.Days[e] <= today.DayNumber && records.Days[e] != last && Reads(map.Of(records.ConceptOf[e])))
            {
                yield return last = records.Days[e];
            }
        }
    }

    private bool Reads(ReadOnlySpan<int> clusters)
    {
        foreach (var cluster in clusters)
        {
            if (_clusters.Contains(cluster))
            {
                return true;
            }
        }

        return false;
    }
}
