namespace QofFhir.Extraction.Searching;

/// <summary>What a search for changes is after.</summary>
/// <param name="From">What was written at this time or later, by the server's clock.</param>
/// <param name="Known">Whether a patient was fetched before; of others everything is fetched.</param>
internal sealed record ChangeWindow(DateTimeOffset From, Func<string, bool> Known);
