using QofFhir.Core.Achievement;

namespace QofFhir.Core.Outlook;

/// <summary>What a practice comes to on a later day by what is known today: nothing is added to the record, and windows end with the year.</summary>
/// <param name="On">The achievement date of the view, never after the end of the year.</param>
/// <param name="Capped">True when the moment lies after the end of the year, and the view is of that end.</param>
public sealed record OutlookView(OutlookMoment Moment, DateOnly On, bool Capped, PracticeResult Result);
