namespace QofFhir.SampleGp.Practice;

/// <summary>One resource of the synthetic practice: a line of <c>Type.ndjson</c> without its line end.</summary>
public sealed record SampleResource(string Type, string Id, byte[] Json);
