namespace QofFhir.Extraction.Requirements;

/// <summary>How much we need something of a server, in FHIR's words.</summary>
public enum Expectation
{
    /// <summary>Needed: without it no result can be had, or a wrong one.</summary>
    Shall,

    /// <summary>Useful: without it an extraction costs more, or some events are not found.</summary>
    Should,

    /// <summary>Made use of where it is there.</summary>
    May,
}
