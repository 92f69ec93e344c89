using QofFhir.Core.Aggregation;

namespace QofFhir.Publication.Geographies;

/// <summary>An organisation that a row names, and the column that holds its code.</summary>
internal readonly record struct GeographyPlace(Organisation Organisation, int Column);
