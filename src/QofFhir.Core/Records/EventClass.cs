namespace QofFhir.Core.Records;

/// <summary>What kind of entry an event is, which decides the clusters that it can fall in.</summary>
public enum EventClass : byte
{
    /// <summary>A diagnosis, finding, measurement, procedure, decline, invitation or allergy: fits code clusters only.</summary>
    Code,

    /// <summary>An issued medicine or a vaccine product given: fits drug clusters only.</summary>
    Drug,

    /// <summary>A statement that a medicine is taken: shown to people, fits no cluster, because it is no issue.</summary>
    Statement,
}
