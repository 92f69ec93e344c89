namespace QofFhir.Core.Records;

/// <summary>One dated entry of a record, as the reader found it.</summary>
/// <param name="Concept">Id in the <see cref="ConceptTable"/>: all codings of the entry.</param>
/// <param name="Source">The resource it came from, such as <c>Observation/17</c>.</param>
/// <param name="Value">The number in <paramref name="Unit"/>, or null.</param>
/// <param name="Unit">UCUM code, or null where there is no unit.</param>
/// <param name="RecordedAs">The value and unit as written, where the reader converted them; else null.</param>
public readonly record struct RecordedEvent(
    DateOnly On,
    int Concept,
    EventClass Class,
    string Source,
    Measured? Value = null,
    string? Unit = null,
    PressurePart Part = PressurePart.None,
    EpisodeKind Episode = EpisodeKind.NotStated,
    string? RecordedAs = null);
