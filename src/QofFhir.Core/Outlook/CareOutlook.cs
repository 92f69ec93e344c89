using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;

namespace QofFhir.Core.Outlook;

/// <summary>Where one patient stands for one indicator, and what can still be done about it in time.</summary>
/// <param name="Now">As a prompt would say it today.</param>
/// <param name="AtYearEnd">The outcome at the end of the year if nothing is added to the record; null outside the population.</param>
/// <param name="LapsesOn">Of care that is in date: the first day on which it is not any more; null when it is due now, or done for good.</param>
public sealed record CareOutlook(FrameworkIndicator Indicator, PromptState Now, Outcome? AtYearEnd, DateOnly? LapsesOn)
{
    /// <summary>What the year still asks, by the year's last day; empty unless the patient is outstanding then.</summary>
    public IReadOnlyList<OpenCare> Open { get; init; } = [];

    /// <summary>The last day on which the care still counts for this year, 31 March or earlier; null when nothing is asked, or when it is too late. Where the definitions do not name what settles it, nobody can tell, and it is 31 March.</summary>
    public DateOnly? InTimeTo { get; init; }

    /// <summary>In the denominator at the year end and not achieved.</summary>
    public bool Outstanding => AtYearEnd is Outcome.Outstanding;

    /// <summary>Outstanding, and something can still be done.</summary>
    public bool StillPossible => Outstanding && InTimeTo is not null;

    /// <summary>True when some of the care was given in time and its result was not as wanted: to give it again settles it only with another result.</summary>
    public bool IfAsWanted => Open.Any(o => o.GivenInTime);

    /// <summary>The sittings in which all that is open can be settled, each once; null in place of one where the definitions name no care.</summary>
    public IReadOnlyList<Sitting?> Sittings =>
        [.. Open.SelectMany(o => o.Told.Count == 0 ? [null] : o.Told.Select(c => (Sitting?)c.Sitting)).DistinctBy(s => s?.Id)];
}
