namespace QofFhir.Core.Records;

/// <summary>Sex as the record gives it; <see cref="NotKnown"/> matches neither side of a rule about sex.</summary>
public enum Sex : byte { NotKnown, Female, Male }
