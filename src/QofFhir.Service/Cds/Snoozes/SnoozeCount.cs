namespace QofFhir.Service.Cds.Snoozes;

/// <param name="Now">Put off at present.</param>
/// <param name="Ever">How often it was put off.</param>
internal sealed record SnoozeCount(string Indicator, long Now, long Ever);
