namespace QofFhir.Fhir.Reading.Cds;

/// <summary>What the clinical system is doing, and for whom.</summary>
internal sealed record HookContext(string UserId, string PatientId, string? EncounterId)
{
    public IReadOnlyList<HookResource> Drafts { get; init; } = [];

    public IReadOnlyList<string> Selections { get; init; } = [];

    public IReadOnlyList<HookResource> Appointments { get; init; } = [];
}
