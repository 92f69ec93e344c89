using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Bulk;
using QofFhir.Fhir.Writing;
using QofFhir.Publication.Practices;
using QofFhir.SampleGp.Practice;

namespace QofFhir.Service.Practices;

/// <summary>The configuration, checked once: what is here can be used.</summary>
/// <param name="DataFolder">Absolute.</param>
/// <param name="Postgres">Connection to the database that many workers share; null: a file in the data folder.</param>
/// <param name="Practices">Empty: the sample practice is run instead.</param>
/// <param name="Extractions">Practices extracted at a time.</param>
/// <param name="Target">Where reports are submitted; null: nowhere.</param>
internal sealed record ServicePlan(
    string Framework,
    DateOnly? AchievementDate,
    string DataFolder,
    string? Postgres,
    string? Definitions,
    IReadOnlyList<string> CodePacks,
    IReadOnlySet<Role> Roles,
    IReadOnlyList<string> AllowedHosts,
    IReadOnlyList<Practice> Practices,
    FhirEndpoint? Target,
    JwtSettings? Jwt,
    int Extractions,
    CheckSettings Checks,
    RecordsPlan Records,
    string Urls)
{
    /// <summary>Our keys for SMART Backend Services, all that any practice's system knows; null: none does.</summary>
    public SigningKeys? Keys { get; } = Practices.Select(p => p.System.Access).OfType<EndpointAccess.Smart>().Select(a => a.Keys).ToArray() is { Length: > 0 } keys
        ? SigningKeys.Union(keys)
        : null;

    /// <summary>Runs at work at a time against systems of one host, over all workers.</summary>
    public int RunsPerHost { get; init; }

    /// <summary>A worker that has not been heard of for so long is dead.</summary>
    public TimeSpan DeadAfter { get; init; }

    /// <summary>It is reached from this machine alone.</summary>
    public bool OnLoopback { get; init; } = true;

    public DeqmRealm Realm { get; init; }

    /// <summary>Files of gaps in care are kept so long after the work has ended.</summary>
    public TimeSpan GapsExpire { get; init; }

    public CalendarSettings Calendar { get; init; } = new();

    /// <summary>Of public counts of few practices one in so many is withheld by chance; 0: none.</summary>
    public int WithholdOneIn { get; init; }

    /// <summary>National prevalence of whole lists, as configured; empty: it is not known.</summary>
    public IReadOnlyList<NationalPrevalenceRow> National { get; init; } = [];

    /// <summary>Of an aggregator.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>The day that is judged by now. The sample practice has a day of its own: from any other its year would sooner or later be over.</summary>
    public DateOnly Today(TimeProvider clock) => AchievementDate ?? (Sample ? PracticeRecipe.DefaultAchievementDate : London.Today(clock));

    public CdsPlan Cds { get; init; } = CdsPlan.None;

    /// <summary>True when nothing is configured: the sample GP system is started and run.</summary>
    public bool Sample => Practices.Count == 0 && Roles.Contains(Role.Worker);
}

/// <summary>A practice and its system.</summary>
/// <param name="Schedule">Null: only when asked.</param>
internal sealed record Practice(string Ods, FhirEndpoint System, string? Schedule)
{
    public ExtractionMode Mode { get; init; }

    /// <summary>Whose records an export holds.</summary>
    public BulkLevel Level { get; init; } = new BulkLevel.Patients();
}
