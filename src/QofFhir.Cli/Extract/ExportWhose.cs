namespace QofFhir.Cli.Extract;

/// <summary>The words of <c>--level</c>.</summary>
internal enum ExportWhose { Patient, System }
