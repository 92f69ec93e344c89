namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>How one measure stands for one patient, in the words of DEQM.</summary>
public enum GapStatus
{
    /// <summary>Care is outstanding; also with a personalised care adjustment, for the care is still owed.</summary>
    Open,

    Closed,

    /// <summary>In date today, and not any more when the period ends.</summary>
    Prospective,

    /// <summary>The patient is not in the population, or is excluded from it.</summary>
    NotApplicable,

    /// <summary>The measure could not be evaluated: DEQM has no word for it, so the status is said to be unknown.</summary>
    NotEvaluated,
}
