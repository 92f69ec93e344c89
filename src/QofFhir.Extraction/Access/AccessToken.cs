namespace QofFhir.Extraction.Access;

/// <summary>A class, so that nothing prints what it holds.</summary>
internal sealed class AccessToken(string text, DateTimeOffset until)
{
    public string Text { get; } = text;

    public DateTimeOffset Until { get; } = until;
}
