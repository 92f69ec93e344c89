namespace QofFhir.SampleGp.Server.Faults;

/// <summary>The faults asked for; none by default. Numbers count requests under <c>/fhir</c> from the moment the plan is set.</summary>
public sealed partial record SampleGpFaultPlan
{
    /// <summary>Every connection is cut without an answer.</summary>
    public bool Off { get; init; }

    /// <summary>After so many requests the system goes off.</summary>
    public int? StopAfter { get; init; }

    /// <summary>The next so many requests wait until the client gives up.</summary>
    public int Hang { get; init; }

    /// <summary>Each answer waits so many milliseconds.</summary>
    public int SlowMilliseconds { get; init; }

    /// <summary>The next so many requests are answered 429.</summary>
    public int TooManyRequests { get; init; }

    /// <summary>The next so many requests, after those, are answered 503.</summary>
    public int Unavailable { get; init; }

    /// <summary>Value of Retry-After on 429 and 503; null leaves it out.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Writes Retry-After as an HTTP date.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>All but what tells how to connect is answered 401 unless this bearer token comes along.</summary>
    public string? BearerToken { get; init; }

    /// <summary>Search by code returns everything; the self link tells.</summary>
    public bool IgnoreCode { get; init; }

    /// <summary>With <see cref="IgnoreCode"/>: the self link does not tell.</summary>
    public bool IgnoreCodeSilently { get; init; }

    /// <summary><c>code:in</c> is refused with 400, also for a value set that is known.</summary>
    public bool RefuseIn { get; init; }

    /// <summary>What is about patients is searched for one patient at a time; any other search of it is refused with 400.</summary>
    public bool SearchByPatientOnly { get; init; }

    /// <summary>Each further page begins with the last entry of the page before.</summary>
    public bool DuplicateAcrossPages { get; init; }

    /// <summary>The next so many searches answer 200 with half of the JSON.</summary>
    public int BrokenJson { get; init; }

    /// <summary>The next so many searches break off in the middle of the body.</summary>
    public int TruncatedBody { get; init; }

    /// <summary>Each page carries a warning as an OperationOutcome entry.</summary>
    public bool OutcomeWarning { get; init; }

    /// <summary>What is wrong with the link to the next page.</summary>
    public WrongNext WrongNext { get; init; }
}
