namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>A MedicationRequest; the intent decides whether it is an issue or only a plan.</summary>
internal sealed record Issue(SampleCode Product, DateOnly AuthoredOn, string Intent = "order", string Status = "completed")
{
    /// <summary>authoredOn as written; null for the plain day.</summary>
    public string? On { get; init; }
}
