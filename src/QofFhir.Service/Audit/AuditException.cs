namespace QofFhir.Service.Audit;

/// <summary>An access could not be written down, so it is not answered.</summary>
internal sealed class AuditException(Exception fault) : Exception("The access could not be written down.", fault);
