namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>An Observation: a value, a panel of parts, or a bare code such as a refusal.</summary>
internal sealed record Reading(IReadOnlyList<SampleCode> Codes, DateOnly Recorded)
{
    /// <summary>The date as written.</summary>
    public required string On { get; init; }

    /// <summary>The element that carries the date.</summary>
    public ReadingDate DatedBy { get; init; } = ReadingDate.EffectiveDateTime;

    public string Status { get; init; } = "final";

    public string? Category { get; init; }

    public Amount? Value { get; init; }

    public IReadOnlyList<ReadingPart> Parts { get; init; } = [];
}
