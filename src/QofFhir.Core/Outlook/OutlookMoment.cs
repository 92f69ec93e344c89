namespace QofFhir.Core.Outlook;

/// <summary>The moments that an outlook looks at: today, the same day of later months, and 31 March.</summary>
public enum OutlookMoment { Now, InOneMonth, InThreeMonths, YearEnd }
