using QofFhir.Extraction;

namespace QofFhir.Service.Runs;

/// <summary>One attempt to bring a practice's reports up to date, as it stands in the store and at <c>/runs</c>: counts, never a patient.</summary>
internal sealed record Run
{
    /// <summary>Practice, framework, achievement date and attempt, joined by dots.</summary>
    public required string Id { get; init; }

    public required string Practice { get; init; }

    public required string Framework { get; init; }

    public required DateOnly AchievementDate { get; init; }

    /// <summary>Counts up for the same practice, framework and date.</summary>
    public required int Attempt { get; init; }

    /// <summary>Counts the times that work was begun on this practice, framework and date; 0: not yet. The store refuses what an earlier one writes.</summary>
    public long Fence { get; init; }

    /// <summary>The worker that is or was at it; null: none yet.</summary>
    public string? Node { get; init; }

    /// <summary>Everything is fetched, whatever is kept: it was asked for.</summary>
    public bool Full { get; init; }

    public RunStatus Status { get; init; }

    /// <summary>Why it failed; null else.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How far the extraction is; only while it goes on, and never in the store.</summary>
    public RunProgress? Progress { get; init; }

    public RunExtraction? Extraction { get; init; }

    public RunRecords? Records { get; init; }

    public RunResult? Result { get; init; }

    public RunSubmission? Submission { get; init; }

    /// <summary>What speaks against its data being whole: counts and days, never a patient.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Seconds of each step that was finished.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();

    /// <summary>The same attempt as before anything was done for it: the work of a process that ended is done again from the start.</summary>
    public Run Again() => new() { Id = Id, Practice = Practice, Framework = Framework, AchievementDate = AchievementDate, Attempt = Attempt, Fence = Fence, Full = Full, QueuedAt = QueuedAt };
}

/// <param name="Mode">Bulk or search, as it was fetched in the end.</param>
/// <param name="FullBecause">Why everything was fetched; null: changes alone were.</param>
/// <param name="Missing">What the server could not give: what rests on it was not evaluated.</param>
/// <param name="NotHonoured">What the server ignored, refused or does not offer, and what was done instead.</param>
internal sealed record RunExtraction(
    ExtractionMode Mode, string? FullBecause, DateTimeOffset? TransactionTime, int Requests, long Bytes, IReadOnlyDictionary<string, int> Resources,
    IReadOnlyList<string> Missing, IReadOnlyList<string> Warnings, IReadOnlyList<string> NotHonoured);

/// <summary>What was read. Resources = accepted + rejected + ignored, in sum and for each type.</summary>
/// <param name="Types">In the order of their names.</param>
/// <param name="Problems">How many; <c>/runs/{id}/problems</c> tells them.</param>
internal sealed record RunRecords(
    long Resources, long Accepted, long Rejected, long Ignored, IReadOnlyList<RunTypeCounts> Types, int Patients, int Events, int Problems);

/// <param name="Ignored">Never counts, by its status, intent or subject, or is of a type that no rule reads.</param>
internal sealed record RunTypeCounts(string Type, long Resources, long Accepted, long Rejected, long Ignored);

/// <param name="Changed">Reports that got a new version; the others said the same as before.</param>
internal sealed record RunResult(
    int ListSize, decimal PointsEarned, decimal PointsEvaluated, decimal PointsOfFramework, int Reports, int Changed, bool OutsideItsYear, bool Sample);

/// <param name="Failures">Each with the indicator's report and the reason.</param>
internal sealed record RunSubmission(string Target, int Sent, int Failed, IReadOnlyList<string> Failures);
