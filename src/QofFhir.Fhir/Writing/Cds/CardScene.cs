using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>What all cards of one answer share.</summary>
/// <param name="Instance">The call's id.</param>
/// <param name="Today">The day that was judged on.</param>
/// <param name="PatientId">Logical id at the client: drafts are about this patient.</param>
/// <param name="DataFrom">prefetch, fetched or kept.</param>
/// <param name="DataAt">When the record was taken.</param>
/// <param name="Now">Drafts carry it.</param>
public sealed record CardScene(Guid Instance, Framework Framework, DateOnly Today, string PatientId, string UserId, string DataFrom, DateTimeOffset DataAt, DateTimeOffset Now)
{
    public string? EncounterId { get; init; }

    /// <summary>Why care does not count is left out, for those who book and do not treat.</summary>
    public bool ForReception { get; init; }

    /// <summary>What a code is called; a code without a term stands by itself.</summary>
    public Func<string, string?> TermOf { get; init; } = _ => null;
}
