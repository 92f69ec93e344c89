namespace QofFhir.Cli.Output;

internal enum OutputFormat { Table, Json, Csv, Fhir }
