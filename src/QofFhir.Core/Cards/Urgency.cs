namespace QofFhir.Core.Cards;

/// <summary>How soon care is needed.</summary>
internal enum Urgency
{
    /// <summary>Not in date today.</summary>
    Overdue,

    /// <summary>In date, but not for long; or someone new, in time until a date.</summary>
    DueNow,

    /// <summary>In date, and not any more at the end of the year.</summary>
    DueByYearEnd,
}
