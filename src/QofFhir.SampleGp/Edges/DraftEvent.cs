using QofFhir.Core.Records;

namespace QofFhir.SampleGp.Edges;

/// <summary>One entry of a patient in the making.</summary>
/// <param name="Key">The code, as a <see cref="CodeKey"/>.</param>
/// <param name="Day">Day number.</param>
/// <param name="Unit">UCUM code that the value is compared in, or null.</param>
/// <param name="Void">Written with a status that never counts, such as entered-in-error: the engine must not see it.</param>
internal sealed record DraftEvent(string Key, EventClass Class, int Day)
{
    public Measured? Value { get; init; }

    public string? Unit { get; init; }

    public Measured? Systolic { get; init; }

    public Measured? Diastolic { get; init; }

    public EpisodeKind Episode { get; init; }

    public bool Void { get; init; }

    public bool IsPressure => Systolic is not null || Diastolic is not null;
}
