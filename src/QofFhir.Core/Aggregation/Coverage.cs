namespace QofFhir.Core.Aggregation;

/// <summary>How many of the practices that should report have done so.</summary>
/// <param name="Expected">Practices that belong to it on the achievement date.</param>
/// <param name="Readable">Those of them whose reports the reader may read by name: all others are in no number.</param>
/// <param name="Reporting">Of the readable, those with a report that has counts.</param>
/// <param name="NotEvaluated">Of the readable, those whose report says that it could not be evaluated.</param>
/// <param name="Late">Of the readable, those whose report was computed after the days that it may take, and those without report once these days are over.</param>
/// <param name="Missing">Of the readable, those without report, by code.</param>
public sealed record Coverage(int Expected, int Readable, int Reporting, int NotEvaluated, int Late, IReadOnlyList<string> Missing)
{
    /// <param name="reports">By practice: the day it was computed, and whether it has counts.</param>
    /// <param name="achievementDate">The days that a report may take count from the day after it.</param>
    public static Coverage Of(
        IReadOnlySet<string> expected, IReadOnlySet<string> readable, IReadOnlyDictionary<string, (DateOnly Computed, bool Evaluated)> reports,
        DateOnly achievementDate, int daysAllowed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var inTime = achievementDate.AddDays(daysAllowed);
        var (reporting, notEvaluated, late, members) = (0, 0, 0, 0);
        var missing = new List<string>();
        foreach (var practice in expected.Where(readable.Contains))
        {
            members++;
            if (reports.TryGetValue(practice, out var report))
            {
                reporting += report.Evaluated ? 1 : 0;
                notEvaluated += report.Evaluated ? 0 : 1;
                late += report.Computed > inTime ? 1 : 0;
            }
            else
            {
                missing.Add(practice);
                late += today > inTime ? 1 : 0;
            }
        }

        missing.Sort(StringComparer.Ordinal);
        return new Coverage(expected.Count, members, reporting, notEvaluated, late, missing);
    }
}
