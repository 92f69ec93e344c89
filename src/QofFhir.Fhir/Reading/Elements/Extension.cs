namespace QofFhir.Fhir.Reading.Elements;

internal static class Extension
{
    /// <summary>The value of the first extension whose URL ends so; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> extensions, string urlEnding)
    {
        foreach (var extension in new Items(extensions))
        {
            if (JsonText.Of(Properties.Find(extension, "url"u8))?.EndsWith(urlEnding, StringComparison.Ordinal) == true)
            {
                return Properties.FindPrefix(extension, "value"u8, out _);
            }
        }

        return default;
    }
}
