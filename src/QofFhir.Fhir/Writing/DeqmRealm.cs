namespace QofFhir.Fhir.Writing;

/// <summary>Which edition of DEQM (Data Exchange for Quality Measures) the reports follow: the canonical URLs differ, the shape does not.</summary>
public enum DeqmRealm
{
    /// <summary>Universal realm 1.0.0: takes plain Patient and Organization, so UK resources can conform.</summary>
    Universal100,

    /// <summary>US realm 5.0.0: wants QI-Core patients and organisations; for receivers that know only its URLs.</summary>
    Us500,
}
