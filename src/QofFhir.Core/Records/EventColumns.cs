namespace QofFhir.Core.Records;

/// <summary>The columns of all events, one entry an event; values stand apart, because most events have none.</summary>
internal sealed record EventColumns(
    int[] Days,
    int[] Concepts,
    EventClass[] Classes,
    PressurePart[] Parts,
    EpisodeKind[] Episodes,
    int[] ValueOf,
    Measured[] Values,
    byte[] UnitOf,
    string?[] Units,
    IReadOnlyDictionary<int, string> RecordedAs,
    EventSources Sources);
