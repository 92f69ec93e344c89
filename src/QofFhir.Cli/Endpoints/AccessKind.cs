namespace QofFhir.Cli.Endpoints;

/// <summary>The words of <c>--auth</c>.</summary>
internal enum AccessKind { None, Bearer, Smart, Mtls }
