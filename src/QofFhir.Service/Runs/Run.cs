namespace QofFhir.Service.Runs;

/// <summary>One attempt to bring a practice's reports up to date, as it stands in the store and at <c>/runs</c>: counts, never a patient.</summary>
internal sealed record Run
{
    /// <summary>Practice, framework, achievement date and attempt, joined by dots.</summary>
    public required string Id { get; init; }

    public required string Practice { get; init; }

    public required string Framework { get; init; }

    public required DateOnly AchievementDate { get; init; }

    /// <summary>Counts up for the same practice, framework and date; the store refuses what an older attempt writes.</summary>
    public required int Attempt { get; init; }

    public RunStatus Status { get; init; }

    /// <summary>Why it failed; null else.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public RunExtraction? Extraction { get; init; }

    public RunRecords? Records { get; init; }

    public RunResult? Result { get; init; }

    public RunSubmission? Submission { get; init; }

    /// <summary>Seconds of each step that was finished.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();
}

/// <param name="NotHonoured">What the server ignored, refused or does not offer, and what was done instead.</param>
internal sealed record RunExtraction(
    int Requests, long Bytes, IReadOnlyDictionary<string, int> Resources, IReadOnlyList<string> Warnings, IReadOnlyList<string> NotHonoured);

/// <summary>What was read. Resources = accepted + rejected.</summary>
/// <param name="NotUsed">Of the accepted: of a type that no rule reads.</param>
/// <param name="SetAside">Of the accepted: never counts, by its status, intent or subject.</param>
/// <param name="FirstProblems">The first few, without patient data.</param>
internal sealed record RunRecords(
    long Resources, long Accepted, long Rejected, long NotUsed, long SetAside, int Patients, int Events, int Problems, IReadOnlyList<string> FirstProblems);

/// <param name="Changed">Reports that got a new version; the others said the same as before.</param>
internal sealed record RunResult(
    int ListSize, decimal PointsEarned, decimal PointsEvaluated, decimal PointsOfFramework, int Reports, int Changed, bool OutsideItsYear, bool Sample);

/// <param name="Failures">Each with the indicator's report and the reason.</param>
internal sealed record RunSubmission(string Target, int Sent, int Failed, IReadOnlyList<string> Failures);
