namespace QofFhir.Extraction.Searching;

/// <summary>Hears whether one search after another gives the same: then the server ignores what it is asked, and its links do not say so.</summary>
internal sealed class Echo
{
    private int _last;

    /// <summary>True when the search found as much as the one before and nothing that was new. It may be chance; what follows must not rely on it.</summary>
    public bool Heard(int matches, int newOnes)
    {
        var heard = matches > 0 && newOnes == 0 && matches == _last;
        _last = matches;
        return heard;
    }
}
