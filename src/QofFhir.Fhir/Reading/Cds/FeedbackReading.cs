using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Feedback, or all that is wrong with it: one bad entry and none is taken.</summary>
public sealed record FeedbackReading(IReadOnlyList<Feedback> Feedback, IReadOnlyList<ReportFault> Faults);
