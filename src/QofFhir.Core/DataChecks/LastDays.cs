using QofFhir.Core.Records;

namespace QofFhir.Core.DataChecks;

/// <summary>Whether the last days before an extraction are in it: a feed that stands still looks like a practice where nothing happens.</summary>
public static class LastDays
{
    private const int Weeks = 12;

    /// <summary>Looks for entries on the last working days (Monday to Friday) before the extraction, or up to the achievement date where that was earlier.</summary>
    /// <param name="workingDays">How many of them; 0 looks at nothing.</param>
    /// <returns>The first day of the silence; null when there is none, or when the practice has entries in at most half of the twelve weeks before.</returns>
    public static DateOnly? SilentSince(PracticeRecords records, DateOnly extracted, DateOnly achievementDate, int workingDays)
    {
        var last = extracted <= achievementDate ? extracted.AddDays(-1) : achievementDate;
        var first = last.AddDays(1);
        for (var left = workingDays; left > 0;)
        {
            first = first.AddDays(-1);
            left -= first.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        var weeks = new bool[Weeks];
        var end = extracted <= achievementDate ? extracted : achievementDate;
        foreach (var day in records.Days)
        {
            var since = day - first.DayNumber;
            if (since >= 0 && day <= end.DayNumber)
            {
                return null;
            }

            if (since is < 0 and >= -7 * Weeks)
            {
                weeks[(-since - 1) / 7] = true;
            }
        }

        return workingDays > 0 && weeks.Count(w => w) > Weeks / 2 ? first : null;
    }
}
