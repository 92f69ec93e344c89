namespace QofFhir.Core.Records;

/// <summary>An event as it waits to be laid out.</summary>
/// <param name="Owner">Whose it is; who that is may not be known yet.</param>
/// <param name="Day">Its day number.</param>
/// <param name="Source">Number of the name of its resource.</param>
/// <param name="Value">Number of its value, or -1.</param>
internal readonly record struct GatheredEvent(
    int Owner, int Day, int Concept, int Source, int Value, EventClass Class, PressurePart Part, EpisodeKind Episode, byte Unit);
