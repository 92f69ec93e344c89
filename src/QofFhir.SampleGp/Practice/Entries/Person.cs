namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>What the Patient resource says.</summary>
internal sealed record Person(string Id, string NhsNumber, string GivenName, bool Female, string Born)
{
    /// <summary>The record does not say; <see cref="Female"/> is then not written.</summary>
    public bool GenderUnknown { get; init; }

    public string? DeceasedOn { get; init; }

    /// <summary>Died, and the record does not say when.</summary>
    public bool DeceasedUnknownDay { get; init; }

    /// <summary>Start of a registration that stands on the Patient alone, without an EpisodeOfCare.</summary>
    public DateOnly? PractitionerFrom { get; init; }
}
