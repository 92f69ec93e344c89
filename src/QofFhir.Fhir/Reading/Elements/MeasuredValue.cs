using QofFhir.Core.Records;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>A value in the unit that the rules compare in; the default is no value.</summary>
/// <param name="RecordedAs">As it was written, where it was converted.</param>
internal readonly record struct MeasuredValue(Measured? Value, string? Unit, string? RecordedAs);
