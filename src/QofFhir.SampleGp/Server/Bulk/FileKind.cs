namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>The list of the manifest in which a file stands.</summary>
internal enum FileKind { Output, Deleted, Error }
