namespace QofFhir.Extraction.Searching;

/// <summary>Hears whether one search after another gives the same: then the server ignores what it is asked, and its links do not say so.</summary>
internal sealed class Echo
{
    private SearchOutcome _last;

    /// <summary>True when the search gave the very resources of the one before. It may be chance; what follows must not rely on it.</summary>
    public bool Heard(SearchOutcome found)
    {
        var heard = found.Matches > 0 && found == _last;
        _last = found;
        return heard;
    }
}
