using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>A request, or all that is wrong with it.</summary>
/// <param name="Request">Null when there are faults.</param>
/// <param name="TooMany">There are more resources in it than are taken; its form was not looked at further.</param>
public sealed record HookReading(HookRequest? Request, IReadOnlyList<ReportFault> Faults, bool TooMany = false);
