namespace QofFhir.Extraction.Requirements;

/// <summary>The statement of <c>profiles/</c>, as it travels with the program: what all our frameworks together ask of a server.</summary>
public static class PublishedRequirements
{
    /// <summary>A FHIR R4 CapabilityStatement in UTF-8.</summary>
    public static byte[] Json()
    {
        using var stream = typeof(PublishedRequirements).Assembly.GetManifestResourceStream("requirements.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
    }
}
