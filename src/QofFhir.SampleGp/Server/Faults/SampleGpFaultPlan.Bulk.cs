namespace QofFhir.SampleGp.Server.Faults;

public sealed partial record SampleGpFaultPlan
{
    /// <summary>A kick-off by POST is answered with this status, 405 or 400.</summary>
    public int? RefusePost { get; init; }

    /// <summary>A kick-off is answered 429 while another export runs.</summary>
    public bool OneExportAtOnce { get; init; }

    /// <summary>The next so many polls are answered 429.</summary>
    public int PollTooMany { get; init; }

    /// <summary>The next so many polls, after those, are answered 503.</summary>
    public int PollUnavailable { get; init; }

    /// <summary>The next so many polls, after those, are answered 500 with an OperationOutcome that says transient.</summary>
    public int PollTransient { get; init; }

    /// <summary>Polling is answered 202 for ever.</summary>
    public bool NeverEnds { get; init; }

    /// <summary>X-Progress never says more than so many per cent, also beside the manifest.</summary>
    public int? ProgressStaysAt { get; init; }

    /// <summary>The export ends with 500 and an OperationOutcome that says exception.</summary>
    public bool ExportFails { get; init; }

    /// <summary>For each of these types the manifest has an error: the type could not be exported, and is left out.</summary>
    public IReadOnlyList<string>? ErrorsFor { get; init; }

    /// <summary>For each of these types the manifest has a warning beside the files.</summary>
    public IReadOnlyList<string>? WarningsFor { get; init; }

    /// <summary>Of each of these types every second file is given as an error of the manifest: one outcome without a line end stands in its place.</summary>
    public IReadOnlyList<string>? FilesFailFor { get; init; }

    /// <summary>What the manifest has of errors and warnings does not say which type it is about.</summary>
    public bool OutcomesNameNoType { get; init; }

    /// <summary>Each file lacks its last so many resources; the manifest counts them.</summary>
    public int LinesMissing { get; init; }

    /// <summary>Files hold at most so many resources.</summary>
    public int? ResourcesPerFile { get; init; }

    /// <summary>Each further file of a type begins with the last resource of the file before.</summary>
    public bool DuplicateAcrossFiles { get; init; }

    /// <summary><c>_typeFilter</c> is taken and not applied.</summary>
    public bool IgnoreTypeFilter { get; init; }

    /// <summary><c>_since</c> is taken and not applied; deletions are not told either.</summary>
    public bool IgnoreSince { get; init; }

    /// <summary><c>_since</c> is cut to its day: what changed earlier on that day comes once more.</summary>
    public bool SinceWholeDay { get; init; }

    /// <summary>The manifest tells no deletions.</summary>
    public bool LeaveOutDeleted { get; init; }

    /// <summary>An export of a group with <c>_since</c> gives patients and nothing about them.</summary>
    public bool GroupSincePatientsOnly { get; init; }

    /// <summary>From the second export on there is nothing in it.</summary>
    public bool LaterExportsEmpty { get; init; }

    /// <summary>The manifest's link to its next page leads to another origin.</summary>
    public bool NextManifestElsewhere { get; init; }
}
