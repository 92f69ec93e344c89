namespace QofFhir.Service.Runs;

internal enum RunStatus { Queued, Running, Succeeded, Failed }
