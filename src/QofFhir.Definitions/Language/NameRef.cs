namespace QofFhir.Definitions.Language;

/// <summary>A name where it is used.</summary>
internal readonly record struct NameRef(string Name, Place Place);
