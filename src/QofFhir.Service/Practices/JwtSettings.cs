namespace QofFhir.Service.Practices;

/// <summary>Whose tokens are taken, and where they say who the client is.</summary>
internal sealed class JwtSettings
{
    public IssuerSettings[] Issuers { get; init; } = [];

    /// <summary>The scope that opens reports about patients.</summary>
    public string PatientScope { get; init; } = "qoffhir.patient-level";

    /// <summary>The scope that starts runs.</summary>
    public string RunScope { get; init; } = "qoffhir.run";

    /// <summary>The claim that says practice, network, national or payer, to an aggregator.</summary>
    public string RoleClaim { get; init; } = "qof_role";

    /// <summary>The claim with the ODS code of the practice or network that the client works for.</summary>
    public string OrganisationClaim { get; init; } = "qof_organisation";

    /// <summary>The claim that names the client; null: client_id, or azp, or sub, whichever is there first.</summary>
    public string? ClientClaim { get; init; }
}
