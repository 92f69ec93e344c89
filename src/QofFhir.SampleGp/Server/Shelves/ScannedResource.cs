namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>What the index needs to know of a resource, found without reading the rest.</summary>
internal sealed class ScannedResource
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public DateSpan? LastUpdated { get; set; }

    /// <summary>The id of the patient whom it is about.</summary>
    public string? Patient { get; set; }

    /// <summary>Codings as <c>system|code</c>.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>Codings that another parameter finds: of components, and of reasons.</summary>
    public List<string> FurtherCodes { get; } = [];

    public DateSpan? On { get; set; }
}
