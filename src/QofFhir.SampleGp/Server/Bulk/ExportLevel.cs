namespace QofFhir.SampleGp.Server.Bulk;

internal enum ExportLevel { System, Patient, Group }
