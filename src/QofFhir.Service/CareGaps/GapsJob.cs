namespace QofFhir.Service.CareGaps;

/// <summary>Gaps in care that are worked out while the asker waits elsewhere, as it stands on disk.</summary>
internal sealed record GapsJob
{
    /// <summary>128 random bits in hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>Whom <see cref="GapsAsker"/> found; it is for nobody else.</summary>
    public required string Asker { get; init; }

    /// <summary>The address of the request.</summary>
    public required string Request { get; init; }

    public required GapsQuestion Question { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null as long as it waits or is worked at.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The time of the records.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    public int Bundles { get; init; }

    /// <summary>OperationOutcomes beside the Bundles.</summary>
    public int Outcomes { get; init; }

    /// <summary>Why it failed; null else.</summary>
    public GapsFailure? Failure { get; init; }
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Code">Of FHIR's issue types.</param>
internal sealed record GapsFailure(int Status, string Code, string Text);
