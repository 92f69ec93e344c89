using QofFhir.Extraction.Requirements;

namespace QofFhir.Extraction.Probing;

/// <summary>What a server has and lacks for us.</summary>
public sealed record ProbeReport(FhirEndpoint Endpoint, IReadOnlyList<ProbeRow> Rows)
{
    /// <summary>False also where it is not known of something that is needed.</summary>
    public bool AllNeeded => Rows.All(r => r.Expectation != Expectation.Shall || r.Found == ProbeFinding.Has);
}
