namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>A Condition, dated in one of the ways that FHIR allows.</summary>
internal sealed record Diagnosis(SampleCode Code, DateOnly Recorded)
{
    /// <summary>onsetDateTime as written; null leaves it out.</summary>
    public string? Onset { get; init; }

    public string? OnsetPeriodStart { get; init; }

    public int? OnsetAge { get; init; }

    /// <summary>first, new, review or end; null where the record does not state it.</summary>
    public string? Episode { get; init; }

    public string? Abated { get; init; }

    public string ClinicalStatus { get; init; } = "active";

    public string Verification { get; init; } = "confirmed";
}
