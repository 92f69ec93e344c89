namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>A resource that was served once and is gone.</summary>
internal sealed record Deletion(string Type, string Id, DateTimeOffset When);
