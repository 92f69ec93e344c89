namespace QofFhir.Fhir.Publishing;

/// <summary>A file of a package.</summary>
/// <param name="Name">Without folder.</param>
public sealed record PackageFile(string Name, ReadOnlyMemory<byte> Bytes);
