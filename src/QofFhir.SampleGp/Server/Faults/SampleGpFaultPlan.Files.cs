namespace QofFhir.SampleGp.Server.Faults;

public sealed partial record SampleGpFaultPlan
{
    /// <summary>File URLs are on another origin: the other name of loopback.</summary>
    public bool FilesElsewhere { get; init; }

    /// <summary>A file URL redirects to another origin, which wants no token.</summary>
    public bool FilesRedirect { get; init; }

    /// <summary>The manifest says that files need no token, and a file asked for with one is answered 400.</summary>
    public bool FilesRefuseToken { get; init; }

    /// <summary>The file URLs of a manifest end after so many requests, until the manifest is fetched again; 0: they never serve.</summary>
    public int? FilesExpireAfter { get; init; }

    /// <summary>What an ended file URL answers: 403, 404 or 410.</summary>
    public int ExpiredStatus { get; init; } = 410;

    /// <summary>The next so many file requests are answered 429.</summary>
    public int FileTooMany { get; init; }

    /// <summary>The next so many file requests, after those, are answered 502 with a page for people.</summary>
    public int FileBadGateway { get; init; }

    /// <summary>The next so many file requests break off.</summary>
    public int FileBreaks { get; init; }

    /// <summary>Where they break off, in bytes from where they began.</summary>
    public long FileBreaksAfter { get; init; } = 1000;

    /// <summary>Range is ignored: a file is given whole or not at all.</summary>
    public bool NoRanges { get; init; }

    /// <summary>A byte order mark stands before the first line.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>The last line of a file has no end.</summary>
    public bool NoLastNewline { get; init; }

    /// <summary>A blank line follows each line.</summary>
    public bool BlankLines { get; init; }

    /// <summary>Lines end with CR and LF.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>All files of the practice together leave at so many bytes a second, counted before compression.</summary>
    public long? BytesPerSecond { get; init; }
}
