namespace QofFhir.Service.Practices;

/// <summary>The role cds: who may ask, what is read, how much.</summary>
internal sealed class CdsSettings
{
    /// <summary>Clinical systems that may call. None: everybody on this machine, for what the request itself brings.</summary>
    public CdsClientSettings[] Clients { get; init; } = [];

    /// <summary>The address by which clients call this service, such as <c>https://cds.example</c>; null: as each request says.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Origins of web pages that may call, such as <c>https://ehr.example</c>.</summary>
    public string[] Origins { get; init; } = [];

    /// <summary>Base addresses of FHIR servers from which missing records may be fetched. No other is ever called, whatever a request says.</summary>
    public string[] FhirServers { get; init; } = [];

    /// <summary>value-sets: types with much else are asked by code. whole: every type is, for systems that do not know our value sets.</summary>
    public string Prefetch { get; init; } = "value-sets";

    /// <summary>Which role stands behind a code of PractitionerRole.</summary>
    public UserRoleSettings[] UserRoles { get; init; } = [];

    public int BodyMegabytes { get; init; } = 8;

    /// <summary>In one request; of one patient, in what is fetched.</summary>
    public int Resources { get; init; } = 5000;

    /// <summary>For all that is fetched for one call.</summary>
    public int FetchSeconds { get; init; } = 10;

    /// <summary>Of all that is fetched for one call, unpacked.</summary>
    public int FetchMegabytes { get; init; } = 32;

    /// <summary>The longest that a client's token may live.</summary>
    public int TokenMinutes { get; init; } = 5;

    /// <summary>Care that is in date draws a card from so many days before it lapses.</summary>
    public int LeadDays { get; init; } = 56;

    /// <summary>In one encounter, over all services; each answer may have at least one.</summary>
    public int Cards { get; init; } = 3;

    /// <summary>A card an indicator in place of one for all, unless a request says otherwise.</summary>
    public bool Separate { get; init; }

    /// <summary>Prompts of a patient can be put off for at most so many days at a time.</summary>
    public int SnoozeDays { get; init; } = 28;

    /// <summary>Which cards were drawn and what became of them is kept, and counted, for so many days.</summary>
    public int FeedbackDays { get; init; } = 400;
}

/// <summary>A clinical system that may call.</summary>
internal sealed class CdsClientSettings
{
    /// <summary>As its tokens say in <c>iss</c>.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Its public keys on disk, a JSON Web Key Set.</summary>
    public string? JwksFile { get; init; }

    /// <summary>Where its public keys are fetched, in place of a file.</summary>
    public string? JwksUrl { get; init; }

    /// <summary>Of its tenants only these; null: all.</summary>
    public string[]? Tenants { get; init; }

    /// <summary>ODS code: it sees kept records of this practice alone; null: of each whose system it may name.</summary>
    public string? Practice { get; init; }

    /// <summary>Of <see cref="CdsSettings.FhirServers"/> only these; null: all.</summary>
    public string[]? FhirServers { get; init; }
}

/// <summary>Which role stands behind a code.</summary>
internal sealed class UserRoleSettings
{
    /// <summary>Null: whatever the system.</summary>
    public string? System { get; init; }

    public string Code { get; init; } = "";

    /// <summary>gp, nurse, hca, pharmacist or reception.</summary>
    public string Role { get; init; } = "";
}
