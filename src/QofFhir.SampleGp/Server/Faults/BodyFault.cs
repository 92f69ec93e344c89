namespace QofFhir.SampleGp.Server.Faults;

/// <summary>What happens to the body of a page.</summary>
internal enum BodyFault { None, Broken, Truncated }
