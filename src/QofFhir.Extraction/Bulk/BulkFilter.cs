namespace QofFhir.Extraction.Bulk;

/// <summary>How an export is narrowed to the codes wanted.</summary>
public enum BulkFilter
{
    /// <summary><c>code:in</c> and the canonical URL of each value set, for servers that have loaded them.</summary>
    ValueSets,

    /// <summary>The codes themselves, in portions.</summary>
    Codes,

    /// <summary>Not at all: the types are fetched whole.</summary>
    None,
}
