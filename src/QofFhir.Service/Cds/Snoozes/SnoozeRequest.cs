namespace QofFhir.Service.Cds.Snoozes;

/// <summary>What <c>POST /cds-services/snoozes</c> takes.</summary>
/// <param name="Indicators">Null: all of the patient's.</param>
/// <param name="Reason">One of <see cref="SnoozeReasons"/>.</param>
internal sealed record SnoozeRequest(string? FhirServer, string? PatientId, string? UserId, string[]? Indicators, int? Days, string? Reason);
