namespace QofFhir.Extraction;

/// <summary>How a practice is fetched.</summary>
public enum ExtractionMode
{
    /// <summary>By Bulk Data where the server exports, else by search.</summary>
    Auto,

    /// <summary>By Bulk Data alone.</summary>
    Bulk,

    /// <summary>By search alone.</summary>
    Search,
}
