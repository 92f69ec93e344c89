namespace QofFhir.Service.Runs;

/// <summary>The run cannot be completed; the message says why, without patient data.</summary>
internal sealed class RunFailure(string reason) : Exception(reason);
