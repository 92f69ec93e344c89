using QofFhir.Service.Cds;

namespace QofFhir.Service.Practices;

/// <summary><see cref="CdsSettings"/>, checked.</summary>
/// <param name="PublicUrl">Without a slash at its end; null: as each request says.</param>
/// <param name="FhirServers">From which may be fetched, as <see cref="ServerAddress"/> spells them.</param>
/// <param name="ByValueSet">False: every type is asked whole.</param>
internal sealed record CdsPlan(
    IReadOnlyList<CdsClient> Clients, string? PublicUrl, IReadOnlyList<string> Origins, IReadOnlySet<string> FhirServers, bool ByValueSet, UserRoles UserRoles)
{
    public static CdsPlan None { get; } = new([], null, [], new HashSet<string>(), true, new UserRoles([]));

    public int BodyBytes { get; init; }

    public int Resources { get; init; }

    public TimeSpan FetchTime { get; init; }

    public int FetchBytes { get; init; }

    public TimeSpan TokenLife { get; init; }

    public int LeadDays { get; init; }

    public int Cards { get; init; }

    public bool Separate { get; init; }

    public int SnoozeDays { get; init; }

    public int FeedbackDays { get; init; }
}

/// <summary>A clinical system that may call.</summary>
/// <param name="Keys">Whose it is and where its keys are.</param>
/// <param name="Tenants">Null: all.</param>
/// <param name="FhirServers">Null: all that are allowed.</param>
internal sealed record CdsClient(IssuerSettings Keys, IReadOnlySet<string>? Tenants, string? Practice, IReadOnlySet<string>? FhirServers);
