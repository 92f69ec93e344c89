namespace QofFhir.Service.Practices;

/// <summary>The section <c>QofFhir</c> of the configuration; <c>QofFhir__Framework</c> and the like in the environment.</summary>
internal sealed class ServiceSettings
{
    public const string Section = "QofFhir";
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public string Framework { get; init; } = "qof-england-2026-27";

    /// <summary>Null: today in London when a run is asked for; for the sample practice, the day on which its data was taken.</summary>
    public DateOnly? AchievementDate { get; init; }

    /// <summary>Holds the database and, in the practice tier, what is about patients; relative to the content root.</summary>
    public string DataFolder { get; init; } = ".qoffhir";

    /// <summary>Name of the environment variable that holds the connection to PostgreSQL, in Npgsql's words, where many workers share one database; null: a file in the data folder.</summary>
    public string? PostgresVariable { get; init; }

    /// <summary>Where frameworks, rulesets and value sets lie; null: beside the program.</summary>
    public string? Definitions { get; init; }

    /// <summary>Folders of further value sets.</summary>
    public string[]? CodePacks { get; init; }

    /// <summary>worker, practice-api, cds, aggregator; null: worker, practice-api and, on this machine alone or with clients configured, cds.</summary>
    public string[]? Roles { get; init; }

    /// <summary>Names by which this service may be addressed, besides this machine's own for itself.</summary>
    public string[]? AllowedHosts { get; init; }

    public PracticeSettings[] Practices { get; init; } = [];

    /// <summary>How practices' systems let us in, unless a practice says otherwise; null: they are open.</summary>
    public AuthSettings? Auth { get; init; }

    /// <summary>Practices that are extracted at a time; what is evaluated at a time is one practice a core.</summary>
    public int Extractions { get; init; } = 8;

    /// <summary>Runs at work at a time against systems of one host, over all workers.</summary>
    public int RunsPerHost { get; init; } = 50;

    /// <summary>Of many workers, one that has not been heard of for so long is taken for dead, and others do its runs. To be longer than any pause of a machine.</summary>
    public int DeadAfterSeconds { get; init; } = 30;

    public CalendarSettings Calendar { get; init; } = new();

    /// <summary>aggregator: of public counts of few practices one in so many is withheld by chance, so that one withheld proves nothing; 0: none.</summary>
    public int WithholdOneIn { get; init; } = 50;

    public CheckSettings Checks { get; init; } = new();

    public RecordsSettings Records { get; init; } = new();

    /// <summary>Edition of DEQM that reports and gaps in care follow: universal or us.</summary>
    public string DeqmRealm { get; init; } = "universal";

    public CareGapsSettings CareGaps { get; init; } = new();

    public PaymentSettings Payment { get; init; } = new();

    public SubmissionSettings? Submission { get; init; }

    public JwtSettings? Jwt { get; init; }

    public LimitSettings Limits { get; init; } = new();

    public CdsSettings Cds { get; init; } = new();
}

/// <summary>A practice to extract.</summary>
internal sealed class PracticeSettings
{
    public string Ods { get; init; } = "";

    public string BaseUrl { get; init; } = "";

    /// <summary>auto, bulk or search; null: auto, bulk where the system exports.</summary>
    public string? Mode { get; init; }

    /// <summary>Id of the FHIR Group that is the practice's list, where the system holds more than one practice; null: all its patients.</summary>
    public string? Group { get; init; }

    public AuthSettings? Auth { get; init; }

    /// <summary>Other origins to which the system may send us for the files of an export.</summary>
    public string[]? AllowedOrigins { get; init; }

    /// <summary>Quartz cron expression, judged in London, such as <c>0 30 2 * * ?</c>; null: only when asked.</summary>
    public string? Schedule { get; init; }
}

/// <summary>Where summary reports go.</summary>
internal sealed class SubmissionSettings
{
    public string BaseUrl { get; init; } = "";

    public string? BearerTokenVariable { get; init; }
}
